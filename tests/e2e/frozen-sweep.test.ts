/**
 * A tab that is frozen in the middle of a sweep. Playwright keeps its pages visible, and Chromium freezes no
 * visible page (it accepts Page.setWebLifecycleState "frozen", but page and workers go on). So a signal stops their
 * process here, with workers and timers, while clocks go on, as they do for a frozen tab.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { SweepPage } from './sweep-page.ts';

/** Longer than any gap that the page takes for a slow device. */
const FROZEN_MS = 6_000;

/** L2 by dropout on digits, five values each and five folds: 125 trainings that take seconds. */
async function openGrid() {
  const opened = await openPage({ search: '#/sweep' });
  const sweep = new SweepPage(opened.page);
  const { page } = opened;
  const field = (at: number) => page.getByLabel('Values, with spaces between them').nth(at);
  await field(0).fill('off 0.001 0.003 0.01 0.03');
  await field(0).press('Enter');
  const down = page.getByRole('region', { name: 'Down' });
  await down.getByRole('combobox').selectOption({ label: 'Dropout hidden rate' });
  await down.getByRole('radio', { name: 'Typed' }).check({ force: true });
  await field(1).fill('off 0.1 0.2 0.35 0.5');
  await field(1).press('Enter');
  const seeds = page.getByRole('textbox', { name: 'Seeds' });
  await seeds.fill('1');
  await seeds.press('Enter');
  await page.getByText('/ 125 trainings').waitFor();
  return { ...opened, sweep };
}

/** The processes of the browser's pages; pages of other tests are closed. */
async function renderersOf(page: Page): Promise<number[]> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const info = await session?.send('SystemInfo.getProcessInfo');
  return (info?.processInfo ?? []).filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

const isStopped = (process: number) => / T /.test(readFileSync(`/proc/${process}/stat`, 'utf8'));

/** Milliseconds for which nothing of the page can have moved. */
async function freeze(page: Page): Promise<number> {
  const renderers = await renderersOf(page);
  expect(renderers.length).toBeGreaterThan(0);
  for (const renderer of renderers) process.kill(renderer, 'SIGSTOP');
  try {
    const startMs = performance.now();
    await wait(FROZEN_MS);
    expect(renderers.map(isStopped)).toEqual(renderers.map(() => true));
    return performance.now() - startMs;
  } finally {
    for (const renderer of renderers) process.kill(renderer, 'SIGCONT');
  }
}

/** "finished in 8.2 s" */
async function secondsSaid(page: Page): Promise<number> {
  const text = await page.getByRole('status', { name: 'Sweep status' }).textContent();
  return Number(/^finished in ([\d.]+)\s?s/.exec(text ?? '')?.[1]);
}

it('a sweep that is frozen ends with the same 125 results, and frozen time is not counted', async () => {
  const undisturbed = await openGrid();
  await undisturbed.sweep.button('Start').click();
  await undisturbed.sweep.waitFor('finished');
  const expected = await undisturbed.sweep.results();
  undisturbed.assertQuiet();
  await undisturbed.context.close();

  const { page, sweep, assertQuiet } = await openGrid();
  const startMs = performance.now();
  await sweep.button('Start').click();
  await sweep.waitFor('running');
  await expect.poll(() => sweep.done(), { timeout: 30_000 }).toBeGreaterThan(5);
  const frozenMs = await freeze(page);
  expect(await sweep.done()).toBeLessThan(125);
  await sweep.waitFor('finished');
  const passedMs = performance.now() - startMs;
  expect(await sweep.done()).toBe(125);
  expect(await sweep.results()).toEqual(expected);
  // A bound that no slow machine breaks: more than this would be time in which nothing moved.
  expect(await secondsSaid(page)).toBeLessThan((passedMs - frozenMs) / 1000 + 1);
  assertQuiet();
});

it('the table of who is in which fold counts the rows that the exported plan names', async () => {
  const { page } = await openPage({ search: '#/sweep' });
  const sweep = new SweepPage(page);
  await sweep.choosePreset('Tumours: L2 by dropout');
  await sweep.button('Start').click();
  await sweep.waitFor('finished');
  const table = page.getByRole('table', { name: /^Rows that validate in each of 5 folds/ });
  await table.waitFor({ state: 'attached' });
  const counts = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))),
    );
  const byFold = Array.from({ length: 5 }, (_, fold) =>
    counts.reduce((sum, row) => sum + (row[fold] ?? NaN), 0),
  );
  const plan = (await sweep.results()) as { rows: { validation: number[] }[] };
  expect(byFold).toEqual(plan.rows.map(({ validation }) => validation.length));
  expect(new Set(plan.rows.flatMap(({ validation }) => validation)).size).toBe(250);
});
