/** The page under a finger, and what a finger or a mouse can hit. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';
import { findSmallTargets } from './target-sizes.ts';

const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

/** A finger that comes down, moves and is lifted. */
async function slide(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  const debuggerSession = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    debuggerSession.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd' ? [] : [{ x: from.x + share * by.x, y: from.y + share * by.y }],
    });
  await send('touchStart', 0);
  for (let share = 0.1; share <= 1; share += 0.1) {
    await send('touchMove', share);
    await page.waitForTimeout(30);
  }
  await send('touchEnd', 1);
}

it('reads a chart by a tap and by a slide, lets go elsewhere, and scrolls over it', async () => {
  const { page, assertQuiet } = await openPage(PHONE);
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const reader = page.getByRole('slider', { name: 'Read Data loss at an epoch' });
  const reading = () => reader.getAttribute('aria-valuetext');
  await reader.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await reader.boundingBox();
  if (!box) throw new Error('The chart is not on the page.');
  const inside = { x: box.x + box.width * 0.3, y: box.y + box.height / 2 };
  const beside = { x: 6, y: inside.y };
  await page.touchscreen.tap(inside.x, inside.y);
  await expect.poll(reading).toMatch(/^Epoch \d+\. A/);
  await page.touchscreen.tap(beside.x, beside.y);
  await expect.poll(reading).toBe('Arrow keys read the epochs');
  await slide(page, inside, { x: 100, y: 0 });
  await expect.poll(reading).toMatch(/^Epoch [2-4]\d\. A/);
  await page.touchscreen.tap(beside.x, beside.y);
  await expect.poll(reading).toBe('Arrow keys read the epochs');
  const before = await page.evaluate(() => scrollY);
  await slide(page, inside, { x: 0, y: -150 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
  expect(await reading()).toBe('Arrow keys read the epochs');
  assertQuiet();
});

it('says above the thumb why what is set cannot run, wherever the settings are scrolled', async () => {
  const { page } = await openPage(PHONE);
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await page.getByRole('button', { name: /^Settings/ }).tap();
  await compare.setField('Training examples', '1500');
  const alert = page.getByRole('alert').filter({ hasText: 'This cannot run.' });
  await alert.waitFor();
  for (const scrollTo of [0, 600]) {
    await page.evaluate((y) => window.scrollTo(0, y), scrollTo);
    const [strip, train] = await Promise.all([
      alert.boundingBox(),
      compare.button('Train').boundingBox(),
    ]);
    expect(strip?.y).toBeGreaterThan(400);
    expect((strip?.y ?? NaN) + (strip?.height ?? NaN)).toBeLessThan(train?.y ?? NaN);
  }
});

it.each([
  { pointer: 'a finger', options: PHONE, least: { width: 24, height: 40 } },
  {
    pointer: 'a finger on a tablet',
    options: { viewport: { width: 1024, height: 768 }, touch: true },
    least: { width: 24, height: 40 },
  },
  { pointer: 'a mouse', options: {}, least: { width: 24, height: 24 } },
])('has nothing to press that is too small for $pointer', async ({ options, least }) => {
  const { page } = await openPage(options);
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  expect(await findSmallTargets(page, least)).toEqual([]);
  await compare.step('Step one epoch');
  await compare.waitFor('paused');
  await page.keyboard.press('Escape');
  const settings = page.getByRole('button', { name: /^Settings/ });
  if (await settings.isVisible()) await settings.click();
  expect(await findSmallTargets(page, least)).toEqual([]);
  for (const opener of ['Options of Accuracy', 'Dropout 0.5 · 0.2', 'Hidden layer 1, 256 units']) {
    await compare.button(opener).click();
    expect(await findSmallTargets(page, least)).toEqual([]);
    await page.keyboard.press('Escape');
  }
});
