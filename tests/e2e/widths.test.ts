/** Pages at many widths, on a desk and presented, in large text, and enlarged four times. */
import type { Locator, Page } from 'playwright';
import { expect, it } from 'vitest';
import { BiasVariancePage } from './bias-variance-page.ts';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';

const SIZES = [
  [1440, 900],
  [1024, 800],
  [960, 800],
  [940, 800],
  [390, 844],
  [375, 800],
  [360, 800],
  [320, 256],
] as const;
const LARGE_TEXT_SIZES = [SIZES[0], SIZES[1], SIZES[4]];

type Sizes = readonly (readonly [number, number])[];

/** Collects the faults of a page at the sizes that it is looked at. */
function lookerAt(page: Page) {
  const faults: string[] = [];
  const lookAt = async (mode: string, sizes: Sizes) => {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      // The charts measure themselves once they have come to rest.
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.recharts-wrapper')].every(
          ({ clientWidth, parentElement }) => clientWidth === parentElement?.clientWidth,
        ),
      );
      faults.push(...(await findLayoutFaults(page)).map((fault) => `${mode} ${width}: ${fault}`));
    }
  };
  return { faults, lookAt };
}

it('nothing is cut, covered or out of the window, and charts stay where they are when the verdict comes', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  for (let arm = 2; arm < 6; arm++) await compare.armMenu('B', 'Duplicate');
  await compare.setField('Epochs', '5');
  await compare.settle();
  await compare.setPace('full speed');
  const chartTop = async () =>
    (await page.getByRole('figure', { name: 'Accuracy' }).boundingBox())?.y;
  const before = await chartTop();
  await compare.button('Train').click();
  await compare.waitFor('finished', 120_000);
  await page.getByRole('table', { name: 'All 6 arms' }).waitFor();
  expect(await chartTop()).toBe(before);

  const { faults, lookAt } = lookerAt(page);
  await lookAt('on a desk', SIZES);
  // One line holds the name and the tools, a second one the way to the other pages.
  await page.setViewportSize({ width: 360, height: 800 });
  const header = page.getByRole('banner').first();
  const middleOf = async (part: Locator) => {
    const { y = NaN, height = NaN } = (await part.boundingBox()) ?? {};
    return y + height / 2;
  };
  const name = await middleOf(header.getByRole('link', { name: 'Regularization Playground' }));
  expect(Math.abs((await middleOf(compare.button('Present'))) - name)).toBeLessThan(12);
  expect((await header.boundingBox())?.height).toBeLessThan(100);
  await page.setViewportSize({ width: 320, height: 256 });
  // Enlarged four times, as it is now, the bar leaves three quarters of the window.
  const bar = await compare.button('Train again').locator('..').boundingBox();
  expect(bar?.y).toBeGreaterThanOrEqual(0.75 * 256);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await lookAt('in large text', LARGE_TEXT_SIZES);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize({ width: 1440, height: 900 });
  await compare.button('Present').click();
  await lookAt('presented', SIZES);
  expect(faults).toEqual([]);
  assertQuiet();
});

it('of bias and variance nothing is cut, covered or out of the window', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm#/bias-variance' });
  const tradeOff = new BiasVariancePage(page);
  await tradeOff.makeSmall();
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  const { faults, lookAt } = lookerAt(page);
  await lookAt('on a desk', SIZES);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await lookAt('in large text', LARGE_TEXT_SIZES);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize({ width: 1440, height: 900 });
  await tradeOff.button('Present').click();
  await lookAt('presented', SIZES);
  expect(faults).toEqual([]);
  assertQuiet();
});
