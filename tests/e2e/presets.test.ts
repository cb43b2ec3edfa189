/** The sheet of presets, by keyboard, on a desk and on a phone. */
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

const VIEWPORTS = [
  { width: 1440, height: 900, isPhone: false, colorScheme: 'light' },
  { width: 390, height: 844, isPhone: true, colorScheme: 'dark' },
] as const;

it.each(VIEWPORTS)('is gone through by keyboard, $width wide', async (place) => {
  const { isPhone, colorScheme, ...viewport } = place;
  const opened = await openPage({ search: '?backend=wasm', viewport, colorScheme });
  const { page } = opened;
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  const opener = page.getByRole('button', { name: /^Preset: / });
  expect(await opener.evaluate((button) => button.getBoundingClientRect().bottom)).toBeLessThan(
    300,
  );
  await opener.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Presets' });
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  expect(await sheet.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  expect(await opener.evaluate((it) => it === document.activeElement)).toBe(true);
  expect(await opener.textContent()).toContain('Digits, true labels');
  await compare.settle();
  if (isPhone) await page.getByRole('button', { name: /^Settings/ }).click();
  expect(await compare.field('Wrong labels in training').inputValue()).toBe('0\u202f%');
  opened.assertQuiet();
});

it('opens the panel that shows the point of the preset', async () => {
  const opened = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(opened.page);
  await compare.waitFor('ready');
  await opened.page.getByRole('button', { name: /^Preset: / }).click();
  await opened.page.getByRole('button', { name: /^L1: near zero/ }).click();
  await compare.settle();
  expect(await opened.page.getByRole('radio', { name: 'Weights', exact: true }).isChecked()).toBe(
    true,
  );
  opened.assertQuiet();
});
