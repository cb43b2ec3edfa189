/** Charts and pictures that users take away: alone outside the page, on white, with settings and link in them. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

async function save(page: Page, title: string, kind: 'SVG' | 'PNG'): Promise<Buffer> {
  await page.getByRole('button', { name: `Save ${title} as a picture` }).click();
  const panel = page.getByRole('dialog', { name: `Save ${title}` });
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  const waiting = page.waitForEvent('download');
  await panel.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  return readFile(await (await waiting).path());
}

/** Size of the picture as a page of its own shows it, and the colour of some of its points. */
function look(page: Page, type: string, bytes: Buffer) {
  return page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const colors = new Set<string>();
      for (let i = 0; i < data.length; i += 4) colors.add(data.slice(i, i + 3).join(' '));
      const corner = [...data.slice(0, 4)];
      return { width: image.width, height: image.height, corner, colors: [...colors] };
    },
    `data:${type};base64,${bytes.toString('base64')}`,
  );
}

it('are saved from a dark page, light and whole', async () => {
  const { page, assertQuiet } = await openPage({
    ...{ search: '?backend=wasm', colorScheme: 'dark' },
  });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setField('Epochs', '5');
  await compare.settle();
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const svg = await save(page, 'Accuracy', 'SVG');
  const text = svg.toString('utf8');
  expect(text).toContain('Epochs 5');
  expect(text.replaceAll(/<[^>]*>/g, '')).toContain('#/?s=1.');
  expect(text).not.toMatch(/var\(|light-dark|class=|foreignObject/);
  const png = await save(page, 'Accuracy', 'PNG');
  const [vector, pixels] = [
    await look(page, 'image/svg+xml', svg),
    await look(page, 'image/png', png),
  ];
  expect(pixels.width).toBe(2 * vector.width);
  expect(pixels.height).toBe(2 * vector.height);
  for (const { corner, colors } of [vector, pixels]) {
    expect(corner).toEqual([255, 255, 255, 255]);
    // Arms A and B as they are in light.
    expect(colors).toContain('11 107 203');
    expect(colors).toContain('217 72 15');
  }
  // Pixels are as they were computed, in light: pixels of the first layer have no part in reading a canvas.
  await page.getByText('First layer', { exact: true }).click();
  await page
    .getByRole('img', { name: /^Unit / })
    .first()
    .waitFor();
  const layers = (await save(page, 'First layer', 'SVG')).toString('utf8');
  expect(layers).toContain('>A · Plain<');
  expect(layers.match(/href="data:image\/png;base64,/g)?.length).toBeGreaterThan(10);
  // The page is as dark as before.
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).not.toBe('light');
  assertQuiet();
});

it('are saved of a grid, whose cells are no drawing', async () => {
  const { page, assertQuiet } = await openPage({
    ...{ search: '?backend=wasm#/sweep?preset=l2-by-dropout', colorScheme: 'dark' },
  });
  const title = 'Validation accuracy in %, mean of 5 trainings';
  const grid = page.getByRole('table', { name: 'Validation accuracy by cell' });
  await grid.waitFor();
  const text = (await save(page, title, 'SVG')).toString('utf8');
  const cells = await grid.getByRole('button').count();
  // And the ground of all.
  expect(text.match(/<rect /g)).toHaveLength(cells + 1);
  expect(text).not.toMatch(/oklab|color-mix/);
  assertQuiet();
});
