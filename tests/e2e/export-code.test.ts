/** Code that users take away, from the menus of the built page. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

async function fileOf(page: Page, item: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  const download = await waiting;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text };
}

it('gives the comparison as scripts and a notebook, names as they were typed', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.armMenu('B', 'Rename');
  const name = String.raw`"""; import os # \ 'x' <b>`;
  await page.getByRole('textbox', { name: 'Name of arm B' }).fill(name);
  await page.keyboard.press('Enter');
  const literal = String.raw`"B · \"\"\"; import os # \\ 'x' <b>"`;
  for (const [item, file] of [
    ['PyTorch script', 'compare-digits-pytorch.py'],
    ['Keras script', 'compare-digits-keras.py'],
    ['Jupyter notebook', 'compare-digits.ipynb'],
  ] as const) {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const found = await fileOf(page, item);
    expect(found.name).toBe(file);
    const text = file.endsWith('.py') ? found.text : sourceOf(found.text);
    expect(text).toContain(`"name": ${literal}`);
    expect(text.split('import os #')).toHaveLength(2);
    await page.getByRole('menu', { name: 'Export' }).waitFor({ state: 'detached' });
  }
  assertQuiet();
});

/** All cells of a notebook, one after the other. */
function sourceOf(notebook: string): string {
  const { cells } = JSON.parse(notebook) as { readonly cells: readonly { source: string[] }[] };
  return cells.map(({ source }) => source.join('')).join('\n');
}

it('gives one arm alone, by a menu that keys can walk', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  await new ComparePage(page).waitFor('ready');
  await page.getByRole('button', { name: /^Arm B: rename/ }).click();
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  const first = page.getByRole('menuitem', { name: 'PyTorch script' });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('menuitem', { name: 'Keras script' });
  expect(await second.evaluate((item) => item === document.activeElement)).toBe(true);
  const { name, text } = await fileOf(page, 'PyTorch script');
  expect(name).toBe('compare-digits-arm-b-pytorch.py');
  expect(text).toContain('B · Dropout 0.5, inputs 0.2');
  expect(text).not.toContain('A · Plain');
  assertQuiet();
});

it('gives a sweep as a script for one machine or a cluster, before anything is trained', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm#/sweep' });
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: /PyTorch script/ }).click();
  const script = await waiting;
  expect(script.suggestedFilename()).toMatch(/^sweep-[a-z-]+-pytorch\.py$/);
  const text = await readFile(await script.path(), 'utf8');
  expect(text).toContain('--scheduler');
  assertQuiet();
});
