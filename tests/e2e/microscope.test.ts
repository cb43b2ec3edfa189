/** Every panel of the microscope, beside the pictures of points and curves, by keyboard, on a desk and on a phone, in light and in dark. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

const PLACES = [
  { width: 1440, height: 900, colorScheme: 'dark', isExamined: true },
  // What axe finds does not hang on the width.
  { width: 390, height: 844, colorScheme: 'light', isExamined: false },
] as const;

/** Presets, and which panels are looked at with their data: each panel once, and what tables show otherwise. */
const LOOKS: readonly (readonly [preset: string, panels: readonly string[]])[] = [
  [
    'MNIST, 1,000 digits, 30 % wrong labels',
    [
      ...['Wrong labels', 'Mistakes', 'Draw a digit', 'Confusion', 'Weights', 'First layer'],
      ...['Activations', 'Gradients', 'Dropout mask', 'Redundancy', 'Stability'],
    ],
  ],
  ['Circles: ragged or smooth', ['Weights', 'Wrong labels']],
  ['A curve through 20 points', ['Weights', 'Mistakes']],
  ['Tumours, 15 % wrong labels', ['First layer', 'Mistakes']],
  ['Batch norm: five sigmoid layers', ['Batch statistics']],
];

/** Pictures wait for training to have been given its share. */
const SLOW = { timeout: 20_000 };

async function choosePreset(page: Page, name: string) {
  const compare = new ComparePage(page);
  const settings = page.getByRole('button', { name: /^Settings/ });
  if (await settings.isVisible()) await settings.click();
  await page.getByRole('button', { name: /^Preset: / }).click();
  await page.locator('[data-entry]').filter({ hasText: name }).click();
  await compare.settle();
  await page.keyboard.press('e');
  await compare.waitFor('paused');
}

/** By arrow keys, as far as they must be pressed. */
async function choosePanel(page: Page, name: string) {
  const choice = page.getByRole('group', { name: 'Look at' });
  const panel = choice.getByRole('radio', { name, exact: true });
  await choice.getByRole('radio', { checked: true }).focus();
  const panels = await choice.getByRole('radio').count();
  for (let press = 0; press < panels && !(await panel.isChecked()); press++)
    await page.keyboard.press('ArrowRight');
  expect(await panel.isChecked(), name).toBe(true);
}

it.each(PLACES)('hinders nobody, $width wide', async (place) => {
  const { colorScheme, isExamined, ...viewport } = place;
  const { page, assertQuiet } = await openPage({
    ...{ search: '?backend=wasm', viewport, colorScheme },
  });
  await new ComparePage(page).waitFor('ready');
  for (const [preset, panels] of LOOKS) {
    await choosePreset(page, preset);
    for (const name of panels) {
      await choosePanel(page, name);
      // One in each arm, and its picture.
      const headings = page.getByRole('heading', { level: 3, name, exact: true });
      await expect.poll(() => headings.count(), SLOW).toBeGreaterThanOrEqual(2);
      await expect
        .poll(() => page.getByText(/^The (first )?picture (comes|is being)/).count(), SLOW)
        .toBe(0);
      const where = `${name} of "${preset}"`;
      if (isExamined) expect(await findAccessibilityBreaches(page, 'main'), where).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, where).toBe(0);
    }
  }
  assertQuiet();
});
