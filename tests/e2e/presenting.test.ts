/** What surrounds the comparison: presenting, keys, words explained, paper, and small screens. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, openPage } from './harness.ts';

async function openTrained(viewport: { width: number; height: number }) {
  const opened = await openPage({ viewport });
  const compare = new ComparePage(opened.page);
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished', 120_000);
  return { ...opened, compare };
}

/** Of the visible elements with text of their own, the smallest type, in pixels. */
async function smallestType(page: Page): Promise<number> {
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

/** How many pieces of text the lower edge cuts through; above and below their letters there is air. */
function cutByEdge(panel: Element): number {
  const edge = panel.getBoundingClientRect().bottom;
  const range = document.createRange();
  range.selectNodeContents(panel);
  const cut = [...range.getClientRects()].filter(
    ({ top, bottom, height }) => top + height / 4 < edge && edge < bottom - height / 8,
  );
  return cut.length;
}

describe.each([
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
])('presented at $width x $height', (viewport) => {
  it('charts and verdict fill one screen, in large type and thick lines', async () => {
    const { page, compare, assertQuiet } = await openTrained(viewport);
    const place = () => page.getByRole('figure', { name: 'Accuracy' }).boundingBox();
    const before = await place();
    await compare.button('Present').click();
    await expect.poll(() => compare.field('Seed').isVisible()).toBe(false);
    // The charts measure their type once it has come to rest.
    await page.waitForTimeout(500);
    const verdict = await page.getByRole('region', { name: 'Verdict' }).boundingBox();
    const chart = await page.getByRole('figure', { name: 'Accuracy' }).boundingBox();
    expect((verdict?.y ?? NaN) + (verdict?.height ?? NaN)).toBeLessThanOrEqual(viewport.height);
    // No line of it is half cut where it scrolls.
    expect(await page.getByRole('region', { name: 'Verdict' }).evaluate(cutByEdge)).toBe(0);
    expect(chart?.height).toBeGreaterThan(viewport.height / 2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    expect(await smallestType(page)).toBeGreaterThanOrEqual(24);
    const strokes = await page
      .locator('[data-series]')
      .evaluateAll((lines) => lines.map((line) => parseFloat(getComputedStyle(line).strokeWidth)));
    expect(strokes.length).toBeGreaterThanOrEqual(8);
    expect(Math.min(...strokes)).toBeGreaterThanOrEqual(3);
    expect(await findAccessibilityBreaches(page)).toEqual([]);
    await page.evaluate(() => document.exitFullscreen().catch(() => undefined));
    if (!(await compare.field('Seed').isVisible())) await page.keyboard.press('Escape');
    await expect.poll(() => compare.field('Seed').isVisible()).toBe(true);
    await expect.poll(place).toEqual(before);
    assertQuiet();
  });
});

it.each(['googles-exercise', 'bias-and-variance'])(
  'the question of a lesson and what it is about fit one screen: %s',
  async (lesson) => {
    const { page, assertQuiet } = await openPage({ search: `?backend=wasm#/lessons/${lesson}` });
    const lock = page.getByRole('button', { name: 'Lock my prediction and run' });
    await lock.waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Present', exact: true }).press('Enter');
    await expect.poll(() => smallestType(page)).toBeGreaterThanOrEqual(24);
    for (const height of [900, 1080]) {
      await page.setViewportSize({ width: 1.6 * height, height });
      for (const last of [lock, page.getByRole('region', { name: 'Chart and figures' })])
        await expect
          .poll(() => last.evaluate((element) => element.getBoundingClientRect().bottom))
          .toBeLessThanOrEqual(height);
    }
    // The question comes before the buttons of the other parts.
    await page.keyboard.press('Tab');
    expect(await page.locator('nav :focus').count()).toBe(0);
    expect(await findAccessibilityBreaches(page)).toEqual([]);
    assertQuiet();
  },
);

it('keys train, present and look back; the sheet keeps the focus and gives it back', async () => {
  const { page, assertQuiet } = await openPage();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.keyboard.press('e');
  await compare.waitFor('paused');
  await page.keyboard.press('e');
  await expect.poll(() => compare.epoch()).toBe(2);
  await page.keyboard.press('ArrowLeft');
  const moment = page.getByRole('slider', { name: 'Epoch on show' });
  await expect
    .poll(() => moment.getAttribute('aria-valuetext'))
    .toBe('Epoch 1 of 50, looking back');
  const opener = page.getByRole('button', { name: 'Help' }).first();
  await opener.click();
  const sheet = page.getByRole('dialog', { name: 'Help' });
  await sheet.waitFor();
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  for (let press = 0; press < 6; press++) {
    await page.keyboard.press('Tab');
    // Beyond the last one the browser's own controls come, never the page below.
    const isInside = await sheet.evaluate(
      (dialog) =>
        document.activeElement === document.body || dialog.contains(document.activeElement),
    );
    expect(isInside).toBe(true);
  }
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  assertQuiet();
});

it('words explain themselves by pointer and by key', async () => {
  const { page, assertQuiet } = await openPage();
  await new ComparePage(page).waitFor('ready');
  const word = page.getByRole('complementary').getByText('Learning rate', { exact: true });
  await word.hover();
  const explanation = page.getByRole('tooltip');
  await explanation.getByText(/How far a step goes/).waitFor();
  await explanation.hover();
  await page.waitForTimeout(500);
  expect(await explanation.isVisible()).toBe(true);
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await explanation.waitFor({ state: 'detached' });
  await page.getByLabel('Optimizer').focus();
  await page.keyboard.press('Tab');
  await explanation.getByText(/How far a step goes/).waitFor();
  assertQuiet();
});

it('paper has the settings in words and nothing to press', async () => {
  const { page } = await openTrained({ width: 1440, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await page.getByText(/Training examples 400; Validation examples 500/).waitFor();
  const pressable = page.locator('button:visible, input:visible, select:visible');
  expect(await pressable.evaluateAll((all) => all.map((one) => one.textContent))).toEqual([
    'Data loss',
  ]);
  expect(await page.getByRole('figure', { name: 'Accuracy' }).isVisible()).toBe(true);
});
