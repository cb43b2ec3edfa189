/** The Sweep page: it trains to its end, is interrupted in every way, and is read by keyboard, ear and file. */
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, focusedName, openPage } from './harness.ts';
import { findLayoutFaults } from './layout-faults.ts';
import { SweepPage } from './sweep-page.ts';
import { findSmallTargets } from './target-sizes.ts';

async function openSweep() {
  const opened = await openPage({ search: '#/sweep' });
  return { ...opened, sweep: new SweepPage(opened.page) };
}

/** The table of cells scrolls sideways within its panel. */
const layoutFaults = async (page: Page) =>
  (await findLayoutFaults(page)).filter((fault) => !/^cut: .*: L2 strengthDropout/.test(fault));

it('cancelled, reloaded, and a worker killed, a sweep ends with the figures of an undisturbed one', async () => {
  const undisturbed = await openSweep();
  await undisturbed.sweep.button('Start').click();
  await undisturbed.sweep.waitFor('finished');
  const expected = await undisturbed.sweep.results();
  undisturbed.assertQuiet();

  const { page, sweep } = await openSweep();
  await sweep.button('Start').click();
  // Start has become Pause, and Pause Resume: the focus stays.
  await page.keyboard.press('Enter');
  await sweep.waitFor('paused');
  expect(await focusedName(page)).toBe('Resume');
  await page.keyboard.press('Enter');
  await sweep.waitFor('running');
  await page
    .getByRole('cell', { name: /^\d of 10$/ })
    .first()
    .waitFor();
  await sweep.button('Cancel, keep what is done').click();
  await sweep.waitFor('cancelled');
  expect(await focusedName(page)).toBe('Complete');
  const kept = await sweep.done();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(60);

  await page.reload();
  await sweep.waitFor('ready; kept from before');
  expect(await sweep.done()).toBe(kept);
  await sweep.button('Complete').click();
  await sweep.waitFor('running');
  const worker = page.workers().at(-1);
  const isGone = new Promise((resolve) => worker?.once('close', resolve));
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
  await isGone;
  await sweep.waitFor('finished');
  expect(await sweep.done()).toBe(60);
  expect(await sweep.results()).toEqual(expected);
});

it('a grid is read by mouse, keyboard, ear and file, at every width and in both schemes', async () => {
  const { page, sweep, assertQuiet } = await openSweep();
  await sweep.choosePreset('Tumours: L2 by dropout');
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  await sweep.button('Start').click();
  await sweep.waitFor('finished');
  const csv = await sweep.exported('Results as CSV');
  expect(csv.trim().split('\n')).toHaveLength(1 + 24 * 5);

  await sweep.cell('0,0').click();
  const panel = page.getByRole('region', { name: 'Cell', exact: true });
  await panel.getByRole('heading', { name: 'L2 strength off, Dropout hidden rate off' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const name = 'L2 strength 0.003, Dropout hidden rate 0.2';
  await panel.getByRole('heading', { name }).waitFor();
  const words = (await focusedName(page)) ?? '';
  expect(words.startsWith(`${name}: accuracy `)).toBe(true);
  const figure = await sweep.cell('1,1').textContent();
  expect(words).toContain(`accuracy ${figure}\u202f%`);
  expect(await panel.textContent()).toContain(`Accuracy ${figure}\u202f%`);
  await page.keyboard.press('Escape');
  expect(await panel.count()).toBe(0);
  expect(await focusedName(page)).toBe(words);

  // From the table the focus goes into the panel, and back.
  const row = page.getByRole('region', { name: 'Table of cells' }).locator('[data-place="2,1"]');
  await row.press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Cell');
  await page.keyboard.press('Escape');
  expect(await sweep.cell('2,1').evaluate((cell) => cell === document.activeElement)).toBe(true);

  await sweep.cell('2,1').click();
  await panel.getByRole('button', { name: 'Show its curves' }).click();
  await panel.getByText(/^Mean over 5 trainings/).waitFor();
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    const isPhone = viewport.width === 390;
    if (isPhone) await page.getByRole('button', { name: /^Settings of this sweep/ }).click();
    await expect.poll(() => layoutFaults(page)).toEqual([]);
    const least = { width: 24, height: isPhone ? 40 : 24 };
    expect(await findSmallTargets(page, least), `${viewport.width} wide`).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findAccessibilityBreaches(page), `${viewport.width}, ${colorScheme}`).toEqual(
        [],
      );
    }
  }
  assertQuiet();
});

/** By its key, large: grid and conclusions are on the one screen. */
async function startPresented(sweep: SweepPage) {
  const { page } = sweep;
  await sweep.button('Present').click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await sweep.waitFor('finished');
  const { width, height } = page.viewportSize() ?? { width: NaN, height: NaN };
  for (const name of ['Grid', 'Conclusions']) {
    const box = await page.getByRole('region', { name, exact: true }).boundingBox();
    expect((box?.y ?? NaN) + (box?.height ?? NaN), name).toBeLessThanOrEqual(height);
    expect(box?.height, name).toBeGreaterThan(150);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await findAccessibilityBreaches(page)).toEqual([]);
  await sweep.button('Leave').click();
}

it('started by key and presented, a cell of one split trains in Compare to the same validation accuracy', async () => {
  const { page, sweep, assertQuiet } = await openSweep();
  await sweep.choosePreset('Tumours: L2 by dropout');
  await page.getByRole('radio', { name: 'One split' }).check({ force: true });
  await startPresented(sweep);
  await page.emulateMedia({ media: 'print' });
  expect(await sweep.cell('3,2').isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await sweep.cell('3,2').click();
  const figure = await sweep.cell('3,2').textContent();
  await sweep.button('Open in Compare …').click();
  await sweep.button('Replace the 2 arms there').click();
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const table = await compare.table('Accuracy');
  expect(table.at(-1)?.join(' | ')).toContain(`${figure}\u202f%`);
  assertQuiet();
});
