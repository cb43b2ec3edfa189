/** What this browser keeps of runs that have finished, and what becomes of it when storage is in trouble. */
import type { Page } from 'playwright';
import { describe, expect, inject, test } from 'vitest';
import { ComparePage } from './compare-page.ts';
import { findAccessibilityBreaches, focusedName, openPage } from './harness.ts';
import { HistorySheet } from './history-sheet.ts';

const NAME = 'regularization-playground-history';
/** The opening preset, with so few epochs that it takes a moment. */
const FEW_EPOCHS = 4;

async function trainToTheEnd(page: Page, seed: number): Promise<string[][]> {
  const compare = new ComparePage(page);
  if ((await compare.status()) === 'finished') await compare.button('Reset').click();
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.setField('Epochs', String(FEW_EPOCHS));
  await compare.setField('Seed', String(seed));
  await compare.settle();
  await compare.button('Train').click();
  await compare.waitFor('finished');
  return compare.table('Data loss');
}

/** Waits until as many runs are listed, and closes the sheet. */
async function expectRuns(page: Page, count: number): Promise<void> {
  const history = new HistorySheet(page);
  await history.open();
  await expect.poll(() => history.rows.count()).toBe(count);
  await history.button('Close').click();
}

test('runs outlast a reload, and come back with the same figures, as a run and as a reference', async () => {
  const { page, context, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  const losses = await trainToTheEnd(page, 1);
  // Two tabs at once: nothing is lost, and both see all.
  const other = await context.newPage();
  await other.goto(page.url());
  const [second] = await Promise.all([trainToTheEnd(page, 2), trainToTheEnd(other, 3)]);
  expect(second).not.toEqual(losses);
  await expectRuns(other, 3);
  await other.close();
  // The same once more: it moves to the top.
  expect(await trainToTheEnd(page, 1)).toEqual(losses);
  await expectRuns(page, 3);
  await page.reload();
  await compare.waitFor('ready');
  const history = new HistorySheet(page);
  await history.open();
  expect(await findAccessibilityBreaches(page, 'dialog')).toEqual([]);
  await history.rows.nth(0).getByRole('button', { name: 'Open' }).click();
  await compare.waitFor('finished');
  expect(await focusedName(page)).toBe('History');
  expect(await compare.table('Data loss')).toEqual(losses);
  expect(await compare.field('Seed').inputValue()).toBe('1');

  await history.open();
  await history.rows.nth(1).getByRole('button', { name: 'Show as reference' }).click();
  await page.getByText('Reference', { exact: false }).first().waitFor();
  assertQuiet();
});

test('a run is named, pinned, found, deleted and had back; all go out and come in as a file', async () => {
  const { page, context, assertQuiet } = await openPage({ search: '?backend=wasm' });
  await trainToTheEnd(page, 1);
  const history = new HistorySheet(page);
  const { sheet, rows } = history;
  const row = rows.first();
  await history.open();
  await row.getByRole('button', { name: 'Rename' }).click();
  await row.getByRole('textbox').fill('<b>first</b> try');
  await row.getByRole('textbox').press('Enter');
  await row.getByRole('heading', { name: '<b>first</b> try' }).waitFor();
  await expect.poll(() => focusedName(page)).toBe('Rename <b>first</b> try');
  await row.getByRole('button', { name: 'Pin', exact: false }).click();
  await row.getByText('pinned').waitFor();
  await sheet.getByRole('searchbox').fill('nothing like it');
  await expect.poll(() => rows.count()).toBe(0);
  await sheet.getByText('No run has all of these words').waitFor();
  await sheet.getByRole('searchbox').fill('FIRST digits');
  await expect.poll(() => rows.count()).toBe(1);
  const file = await history.exported();
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => rows.count()).toBe(0);
  await sheet.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => rows.count()).toBe(1);

  // Another tab sees what is deleted here, and brings it back from the file.
  const other = await context.newPage();
  await other.goto(page.url());
  const there = new HistorySheet(other);
  await there.open();
  await expect.poll(() => there.rows.count()).toBe(1);
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => there.rows.count()).toBe(0);
  await there.bringIn(file);
  await there.sheet.getByText('1 run came in.').waitFor();
  await sheet.getByRole('searchbox').fill('');
  await row.getByText('pinned').waitFor();
  assertQuiet();
});

test('a run that a reload cuts off goes on, and comes out as one that was not cut', async () => {
  const { page, assertQuiet } = await openPage({ search: '?backend=wasm' });
  const compare = new ComparePage(page);
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Train').click();
  await compare.waitFor('finished');
  const losses = await compare.table('Data loss');
  await compare.button('Reset').click();
  await compare.waitFor('ready');
  await compare.setPace('5 epochs / s');
  await compare.button('Train').click();
  await expect.poll(() => compare.epoch()).toBeGreaterThan(20);
  await page.reload();
  await page.getByText(/^A run was cut off at epoch \d+ of 50\.$/).waitFor();
  await compare.waitFor('ready');
  await compare.setPace('full speed');
  await compare.button('Go on').click();
  await compare.waitFor('finished');
  expect(await compare.table('Data loss')).toEqual(losses);
  // It has ended: there is nothing to go on with.
  await page.reload();
  await compare.waitFor('ready');
  expect(await compare.button('Go on').count()).toBe(0);
  assertQuiet();
});

describe('storage in trouble', () => {
  test('that throws leaves a page that trains, and a word', async () => {
    const { page, context } = await openPage({ search: '?backend=wasm' });
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await page.reload();
    await trainToTheEnd(page, 1);
    const history = new HistorySheet(page);
    await history.open();
    await history.sheet.getByText('does not let the page keep anything').waitFor();
  });

  test('of a newer version is left alone', async () => {
    // Of the same origin, and no page of ours.
    const { page, context } = await openPage({ url: `${inject('siteUrl')}favicon.svg` });
    await page.evaluate(holdDatabase, { name: NAME, version: 99 });
    const other = await context.newPage();
    await other.goto(`${inject('siteUrl')}?backend=wasm`);
    const history = new HistorySheet(other);
    await history.open();
    await history.sheet.getByText('A newer version of this page').waitFor();
  });

  test('of an older version in a tab that does not let go: the run is kept once it does', async () => {
    // Of the same origin, and no page of ours.
    const { page, context } = await openPage({ url: `${inject('siteUrl')}favicon.svg` });
    await page.evaluate(holdDatabase, { name: NAME, version: 1 });
    const other = await context.newPage();
    await other.addInitScript(openOneVersionOn);
    await other.goto(`${inject('siteUrl')}?backend=wasm`);
    await trainToTheEnd(other, 1);
    const history = new HistorySheet(other);
    await history.open();
    await history.sheet.getByText('An older version of this page').waitFor();
    await page.close();
    await expect.poll(() => history.rows.count()).toBe(1);
  });

  test('of this version lets go for a newer page, and what was kept is there', async () => {
    const { page, context, assertQuiet } = await openPage({ search: '?backend=wasm' });
    await trainToTheEnd(page, 1);
    await expectRuns(page, 1);
    const newer = await context.newPage();
    await newer.addInitScript(openOneVersionOn);
    await newer.goto(page.url());
    await expectRuns(newer, 1);
    // The old page says so.
    const history = new HistorySheet(page);
    await history.open();
    await history.sheet.getByText('A newer version of this page').waitFor();
    assertQuiet();
  });

  test('that is full: the oldest make room, what is pinned stays, and no run is half there', async () => {
    // Before the database is opened: Chromium asks for the room that there is only now and then.
    const { page, context } = await openPage({ url: `${inject('siteUrl')}favicon.svg` });
    const session = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await page.goto(`${inject('siteUrl')}?backend=wasm`);
    const losses = await trainToTheEnd(page, 1);
    const history = new HistorySheet(page);
    await history.open();
    await history.rows.first().getByRole('button', { name: /^Pin/ }).click();
    await history.rows.getByText('pinned').waitFor();
    const filled = await page.evaluate(fillHistory, { name: NAME, sizes: [60_000, 6_000, 600] });
    expect(filled).toBeGreaterThan(5);
    await page.reload();
    const others = await trainToTheEnd(page, 2);
    await page.getByText('the oldest in History made room: “filler 0”').waitFor();
    // Of a run that is not pinned: before any run goes.
    await page.getByText('Own tables made room first: “old.csv”.').waitFor();
    await history.open();
    await expect.poll(() => history.rows.count()).toBeLessThan(filled + 2);
    const shown = history.sheet.getByRole('button', { name: 'Open Digits' });
    await expect.poll(() => shown.count()).toBe(2);
    await shown.first().click();
    expect(await new ComparePage(page).table('Data loss')).toEqual(others);
    await history.open();
    await shown.last().click();
    expect(await new ComparePage(page).table('Data loss')).toEqual(losses);
  });
});

/** A connection that another tab does not get: it hears no word of another version. */
function holdDatabase({ name, version }: { name: string; version: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const store of ['entries', 'runs']) request.result.createObjectStore(store);
    };
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error('It cannot be opened.'));
  });
}

/** The page of tomorrow, whose database is of the next version. */
function openOneVersionOn(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    return open.call(this, name, name.endsWith('-history') ? (version ?? 0) + 1 : version);
  };
}

/** Puts as many runs there as there is room for, the first on an own table; returns how many. */
async function fillHistory({ name, sizes }: { name: string; sizes: number[] }): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  });
  const write = (
    act: (entries: IDBObjectStore, runs: IDBObjectStore, tables: IDBObjectStore) => void,
  ) =>
    new Promise<boolean>((resolve) => {
      const transaction = database.transaction(['entries', 'runs', 'tables'], 'readwrite');
      act(
        transaction.objectStore('entries'),
        transaction.objectStore('runs'),
        transaction.objectStore('tables'),
      );
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  let model: object = {};
  await write((entries) => {
    const request = entries.getAll();
    request.onsuccess = () => {
      model = request.result[0] as object;
    };
  });
  // Not too alike, or they would be packed.
  const text = (size: number) =>
    Array.from(crypto.getRandomValues(new Uint8Array(size)), (byte) =>
      (byte % 36).toString(36),
    ).join('');
  const table = { id: 'table-0000000000000000', label: 'old' };
  let count = 0;
  const add =
    (size: number) => (entries: IDBObjectStore, runs: IDBObjectStore, tables: IDBObjectStore) => {
      const id = `filler ${count}`;
      const kept = { id, sum: id, name: id, keptAt: count, size, isPinned: false };
      entries.put({ ...model, ...kept, ...(count === 0 && { dataset: table }) }, id);
      runs.put(text(size), id);
      if (count === 0) tables.put({ ...table, fileName: 'old.csv' }, table.id);
    };
  for (const size of sizes) while (count < 49 && (await write(add(size)))) count += 1;
  database.close();
  return count;
}
