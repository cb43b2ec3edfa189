/** Where the reader has chosen the colours: what is on, chosen, full or marked is seen without those of the page. */
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';

/** Computed styles of each element that matches, or of a part of it. */
function stylesOf(of: Locator, properties: readonly string[], part = ''): Promise<string[]> {
  return of.evaluateAll(
    (elements, [names, pseudo]) =>
      elements.map((element) => {
        const style = getComputedStyle(element, pseudo === '' ? null : pseudo);
        return names.map((name) => style.getPropertyValue(name)).join(' ');
      }),
    [properties, part] as const,
  );
}

/** The colours down a picture of the element, at a share of its width. */
async function colorsDown(page: Page, element: Locator, share: number): Promise<Set<string>> {
  const picture = (await element.screenshot()).toString('base64');
  const reader = await page.context().newPage();
  const colors = await reader.evaluate(
    async ([data, at]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const left = Math.floor(at * image.width);
      const pixels = context?.getImageData(left, 0, 1, image.height).data ?? [];
      return Array.from({ length: image.height }, (_, y) => {
        const [red, green, blue] = pixels.slice(4 * y, 4 * y + 3);
        return `rgb(${red}, ${green}, ${blue})`;
      });
    },
    [picture, share] as const,
  );
  await reader.close();
  return new Set(colors);
}

it.each(['light', 'dark'] as const)('forced colours, %s', async (colorScheme) => {
  const { page, assertQuiet } = await openPage({ colorScheme, forcedColors: true });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const [ground = ''] = await stylesOf(page.locator('body'), ['background-color']);

  // A slider is to be seen before and after its thumb.
  const slider = page.getByRole('slider', { name: 'Wrong labels in training' });
  const [full = ''] = await stylesOf(compare.button('Train'), ['background-color']);
  expect(full).not.toBe(ground);
  expect(await colorsDown(page, slider, 0.03)).toContain(full);
  expect(await colorsDown(page, slider, 0.97)).toContain(full);

  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished', 120_000);
  const bar = page.getByRole('progressbar', { name: 'Epochs' });
  expect(await stylesOf(bar.locator('> *'), ['background-color'])).toEqual([full]);
  expect(await stylesOf(bar, ['outline-style'])).toEqual(['solid']);

  // The switch stands on one side or the other, in a colour that its ground has not.
  await compare.button('Options of Accuracy').click();
  const toggle = page.getByRole('switch', { name: 'Training against true labels' });
  const knob = async () => (await stylesOf(toggle, ['left', 'background-color'], '::before'))[0];
  const off = await knob();
  expect(off).toBe(`3px ${full}`);
  await toggle.check();
  const [on] = await stylesOf(toggle, ['background-color']);
  expect(on).toBe(full);
  expect(await knob()).toBe(`17px ${ground}`);
  await page.keyboard.press('Escape');

  // Of tabs and pictures to look at the chosen one is unlike the others, which are alike.
  for (const [chosen, others, property] of [
    ['[role=tab][aria-selected=true]', '[role=tab][aria-selected=false]', 'border-bottom-style'],
    ['main label:has(:checked)', 'main label:has([type=radio]:not(:checked))', 'background-color'],
  ] as const) {
    const marks = new Set(await stylesOf(page.locator(chosen), [property]));
    const plain = new Set(await stylesOf(page.locator(others), [property]));
    expect([marks.size, plain.size, new Set([...marks, ...plain]).size]).toEqual([1, 1, 2]);
  }

  // Digits whose wrong label is believed.
  const images = (isBelieved: boolean) =>
    stylesOf(page.locator(`[data-believed=${isBelieved}] > :first-child`), ['outline-style']);
  expect(new Set(await images(true))).toEqual(new Set(['solid']));
  expect(new Set(await images(false))).toEqual(new Set(['none']));

  // A wrong cell has its shade, a right one its frame.
  await page.getByRole('radio', { name: 'Confusion', exact: true }).check({ force: true });
  await page.locator('td[data-right]').first().waitFor();
  const cells = (isRight: boolean) => page.locator(`main td[data-right=${isRight}]`);
  const shades = await stylesOf(cells(false), ['background-color']);
  expect(new Set(shades).size).toBeGreaterThan(3);
  expect(new Set(await stylesOf(cells(true), ['outline-style']))).toEqual(new Set(['solid']));
  assertQuiet();
});
