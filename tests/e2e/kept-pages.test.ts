/** Runs of every page and on own tables, through History and through files: after a reload, and on another computer. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { BiasVariancePage } from './bias-variance-page.ts';
import { ComparePage } from './compare-page.ts';
import { openPage } from './harness.ts';
import { HistorySheet } from './history-sheet.ts';
import { fileOf, importFile } from './import-file.ts';
import { chooseTable, openTable, tableSheet, useTable } from './own-table-sheet.ts';
import { SweepPage } from './sweep-page.ts';

const goTo = (page: Page, name: string) => page.getByRole('link', { name }).click();

test('a sweep and bias and variance come back from History and from their files, figures and all', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm#/bias-variance' });
  const tradeOff = new BiasVariancePage(page);
  await tradeOff.makeSmall();
  await tradeOff.button('Start').click();
  await tradeOff.waitFor('finished');
  const curves = await tradeOff.table();
  const parts = await tradeOff.exported('Plan and results as JSON');
  await goTo(page, 'Sweep');
  const sweep = new SweepPage(page);
  await sweep.button('Start').click();
  await sweep.waitFor('finished');
  const cells = await sweep.results();
  const grid = await sweep.exported('Plan and results as JSON');

  // All but History is gone, and so is what these pages were set to.
  await page.evaluate(forget, 'regularization-playground');
  await page.reload();
  await sweep.waitFor('ready');
  expect(await sweep.done()).toBe(0);
  const history = new HistorySheet(page);
  await history.show('Best ');
  await page.getByText('as it was kept: nothing was trained. It stays in History.').waitFor();
  await sweep.waitFor('ready; kept from before');
  expect(await sweep.results()).toEqual(cells);
  await history.show('Least test error');
  await tradeOff.waitFor('ready; kept from before');
  expect(await tradeOff.table()).toEqual(curves);

  const stranger = await openPage({ search: '?backend=wasm' });
  await new ComparePage(stranger.page).waitFor('ready');
  await importFile(stranger.page, { name: 'sweep.json', text: grid });
  await stranger.page.getByText('Opened from “sweep.json” with').waitFor();
  const elsewhere = new SweepPage(stranger.page);
  await elsewhere.waitFor('ready; kept from before');
  expect(await elsewhere.results()).toEqual(cells);
  await goTo(stranger.page, 'Compare');
  await importFile(stranger.page, { name: 'parts.json', text: parts });
  await stranger.page.getByText('after a reload, open it again').waitFor();
  expect(await new BiasVariancePage(stranger.page).table()).toEqual(curves);
  assertQuiet();
  stranger.assertQuiet();
});

test('a run keeps its own table, whatever tables come after it, and takes it along', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await openTable(page, 'student-mat.csv');
  await useTable(page);
  await compare.setField('Epochs', '4');
  await compare.settle();
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const losses = await compare.table('Data loss');
  const file = await fileOf(page, 'Experiment and results (JSON)');
  for (const other of ['heart-cleveland.data', 'auto-mpg.data', 'winequality-red.csv']) {
    await openTable(page, other);
    await useTable(page);
  }
  await page.reload();
  await compare.waitFor('ready');
  const tile = (where: Page) => where.getByRole('radio', { name: 'student-mat', exact: true });
  expect(await tile(page).count()).toBe(0);
  const history = new HistorySheet(page);
  await history.show('student-mat');
  await compare.waitFor('finished');
  expect(await compare.table('Data loss')).toEqual(losses);
  expect(await tile(page).isChecked()).toBe(true);
  await history.open();
  const all = await history.exported();
  // What the tab is on is found in History too.
  await page.evaluate(forget, 'regularization-playground-tables');
  await page.reload();
  await expect.poll(() => tile(page).isChecked()).toBe(true);

  // The run alone, in a browser that has no table: shown, and its file is asked for to train.
  const stranger = await openPage({ search: '?backend=wasm' });
  const other = new ComparePage(stranger.page);
  await other.waitFor('ready');
  await importFile(stranger.page, file);
  await stranger.page.getByText('is on the own table “student-mat.csv”').waitFor();
  await other.waitFor('finished');
  expect(await other.table('Data loss')).toEqual(losses);
  await stranger.page.getByRole('button', { name: 'Open its file…' }).click();
  await chooseTable(stranger.page, 'student-mat.csv');
  await useTable(stranger.page);
  await other.button('Reset').click();
  await other.waitFor('ready');
  await other.setPace('full speed');
  await other.button('Train').click();
  await other.waitFor('finished');
  expect(await other.table('Data loss')).toEqual(losses);
  stranger.assertQuiet();

  // All of History, with its table.
  const third = await openPage({ search: '?backend=wasm' });
  const moved = new HistorySheet(third.page);
  await moved.open();
  await moved.bringIn(all);
  await moved.sheet.getByText('1 run came in.').waitFor();
  await moved.action('student-mat', /^Open/).click();
  await expect.poll(() => tile(third.page).isChecked()).toBe(true);
  expect(await new ComparePage(third.page).table('Data loss')).toEqual(losses);

  // Forgotten: the run stays, and asks.
  await third.page.getByRole('button', { name: 'Own table…' }).click();
  await tableSheet(third.page).getByRole('button', { name: 'Forget' }).click();
  await tableSheet(third.page).getByText('Runs in History stay').waitFor();
  await third.page.reload();
  await moved.show('student-mat');
  await third.page.getByText('to train with its settings, open its file').waitFor();
  expect(await new ComparePage(third.page).table('Data loss')).toEqual(losses);
  assertQuiet();
  third.assertQuiet();
});

/** A database: all that one shelf keeps. */
function forget(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('It is still there.'));
  });
}
