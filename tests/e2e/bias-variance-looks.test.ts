/** How the Bias–variance page looks: on one screen, by keyboard, by ear, presented, on paper, in the reader's colours. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { BiasVariancePage } from './bias-variance-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { findSmallTargets } from './target-sizes.ts';

async function openTrained(
  preset: string | null,
  options: Parameters<typeof openPage>[0] = {},
): ReturnType<typeof openBiasVariance> {
  const opened = await openBiasVariance(options);
  const { tradeOff } = opened;
  if (preset === null) await tradeOff.makeSmall();
  else await tradeOff.choosePreset(preset);
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  return opened;
}

async function openBiasVariance(options: Parameters<typeof openPage>[0] = {}) {
  const opened = await openPage({ ...options, search: '#/bias-variance' });
  const tradeOff = new BiasVariancePage(opened.page);
  await tradeOff.figure.getByRole('img').waitFor();
  return { ...opened, tradeOff };
}

/** Of the visible elements with text of their own, the smallest type, in pixels. */
function smallestType(page: Page): Promise<number> {
  return page.evaluate(() => {
    const withText = [...document.querySelectorAll('body *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        element.closest('.visually-hidden, option') === null &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    );
    return Math.min(...withText.map((element) => parseFloat(getComputedStyle(element).fontSize)));
  });
}

async function bottomOf(page: Page, role: 'region' | 'figure', name: string): Promise<number> {
  const { y = NaN, height = NaN } = (await page.getByRole(role, { name }).boundingBox()) ?? {};
  return y + height;
}

const DRAWN = 'Where the error comes from';

describe.each([
  { truth: 'a curve', preset: 'L2 strength' },
  { truth: 'a ring', preset: 'Ring' },
  { truth: 'digits', preset: 'Digits' },
])('$truth', ({ preset }) => {
  it('is on one screen at 1440 x 900, and has no fault at any width and no breach in either scheme', async () => {
    const { page, assertQuiet } = await openTrained(preset);
    await expect.poll(() => bottomOf(page, 'figure', DRAWN)).toBeLessThanOrEqual(900);
    expect(await bottomOf(page, 'region', 'Findings')).toBeLessThanOrEqual(900);
    for (const [width, height] of [
      [1440, 900],
      [1024, 768],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      const isPhone = width === 390;
      if (isPhone) await page.getByRole('button', { name: /^Settings/ }).click();
      await expect.poll(() => findLayoutFaults(page), { message: `${width} wide` }).toEqual([]);
      const least = { width: 24, height: isPhone ? 40 : 24 };
      expect(await findSmallTargets(page, least), `${width} wide`).toEqual([]);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const breaches = await findAccessibilityBreaches(page);
        expect(breaches, `${width}, ${colorScheme}`).toEqual([]);
      }
    }
    assertQuiet();
  });

  it('presented, is on one screen in large type and thick lines', async () => {
    const { page, tradeOff, assertQuiet } = await openTrained(preset);
    await tradeOff.button('Present').click();
    for (const [width, height] of [
      [1440, 900],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => bottomOf(page, 'figure', DRAWN)).toBeLessThanOrEqual(height);
      expect(await bottomOf(page, 'region', 'Findings')).toBeLessThanOrEqual(height);
      await expect.poll(() => findLayoutFaults(page), { message: `${width} wide` }).toEqual([]);
      await expect.poll(() => smallestType(page)).toBeGreaterThanOrEqual(24);
      // A line that is just being drawn anew has no width yet.
      const thinnest = async () => {
        const strokes = await page
          .locator('[data-series]')
          .evaluateAll((all) => all.map((line) => parseFloat(getComputedStyle(line).strokeWidth)));
        return strokes.length >= 3 ? Math.min(...strokes) : NaN;
      };
      await expect.poll(thinnest).toBeGreaterThanOrEqual(3);
    }
    expect(await findAccessibilityBreaches(page)).toEqual([]);
    assertQuiet();
  });
});

it('has no breach before it starts, and is used by keyboard alone', async () => {
  const { page, tradeOff, assertQuiet } = await openBiasVariance();
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  await tradeOff.makeSmall();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.getByRole('link', { name: 'Skip to Start' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await tradeOff.waitFor('finished');
  // The way on from Start leads by the export to the pictures, one stop each, and to the chart.
  for (const name of ['Export', ...[1, 2, 3].map((at) => `Picture ${at}: value shown`)]) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.evaluate((one) => one.ariaLabel ?? one.textContent)).toBe(name);
  }
  await page.keyboard.press('Home');
  await page.getByRole('region', { name: 'Picture 3' }).getByText('L2 strength 0.03').waitFor();
  // By “Save” of the pictures and “Save” of the chart to the table.
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tradeOff.figure.getByRole('table').waitFor();
  await page.keyboard.press('Enter');
  const reader = tradeOff.figure.getByRole('slider');
  await reader.press('Home');
  const words = (await reader.getAttribute('aria-valuetext')) ?? '';
  expect(words).toMatch(/^L2 strength 0\.03\. test error: .*variance: .*bias²: .*Picture 1/);
  expect(words).toContain('Picture 3');
  assertQuiet();
});

it('paper has the pictures, the chart and the findings, and nothing to press', async () => {
  const { page, tradeOff } = await openTrained(null);
  await page.emulateMedia({ media: 'print' });
  const pressable = page.locator('button:visible, input:visible, select:visible');
  expect(await pressable.count()).toBe(0);
  for (const at of [1, 2, 3])
    expect(await page.getByRole('region', { name: `Picture ${at}` }).isVisible()).toBe(true);
  expect(await tradeOff.figure.isVisible()).toBe(true);
  expect(await page.getByRole('region', { name: 'Findings' }).isVisible()).toBe(true);
});

it.each(['light', 'dark'] as const)(
  'lines keep their colours in forced ones, %s',
  async (scheme) => {
    const { page, assertQuiet } = await openTrained(null, {
      colorScheme: scheme,
      forcedColors: true,
    });
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const strokes = await page
      .locator('[data-series], section[aria-label^="Picture"] svg > path')
      .evaluateAll((all) => all.map((line) => getComputedStyle(line).stroke));
    expect(strokes).not.toContain(ground);
    // Test error, variance, bias² and noise; the mean has the colour of bias², the truth that of ink.
    expect(new Set(strokes).size).toBeGreaterThanOrEqual(3);
    const bar = page.getByRole('progressbar', { name: 'Trainings' });
    const full = await bar.locator('> *').evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(full).not.toBe(ground);
    assertQuiet();
  },
);
