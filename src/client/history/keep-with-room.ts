/**
 * Keeps a run where the browser may be full. What makes room, in this order: own tables of runs that are not pinned,
 * of the oldest first (their runs stay, and ask for the file when they are opened); the oldest runs that are not
 * pinned; tables of pinned runs. For a table only tables of the first kind do: a run whose table finds no room is
 * kept without it.
 */
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { troubleOf } from '../storage/storage-trouble.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { HistoryRow, Kept } from './history-row.ts';
import { entriesIn, put, removeRows } from './history-rows.ts';
import type { Writing } from './history-rows.ts';
import { roomFor, tableOrder, tooMany } from './kept-number.ts';

type Write = <Result>(work: (transaction: Writing) => Promise<Result>) => Promise<Result>;

/** What was deleted to make room. */
interface Taken {
  readonly rows: readonly HistoryRow[];
  readonly tables: readonly OwnTable[];
}

/** Deletes what gives at least `room` characters for the row, or a table. Nothing: there is nothing that may go. */
type Take = (transaction: Writing, row: HistoryRow, room: number) => Promise<Taken>;

export async function keepWithRoom(write: Write, row: HistoryRow): Promise<Kept> {
  if (row.table) {
    try {
      return await keepTaking(write, row, takeTable);
    } catch (error) {
      if (troubleOf(error).kind !== 'full') throw error;
    }
  }
  return keepTaking(write, { entry: row.entry, run: row.run }, takeAny);
}

/**
 * What is deleted counts as room only once its transaction is over (Chromium), so it goes first, more and more of it;
 * where that was in vain it comes back.
 */
async function keepTaking(write: Write, row: HistoryRow, take: Take): Promise<Kept> {
  const rows: HistoryRow[] = [];
  const tables: OwnTable[] = [];
  for (let room = row.run.length; ; room *= 4) {
    try {
      const kept = await write((transaction) => keepIn(transaction, row));
      return { ...kept, dropped: rows.map(({ entry }) => entry), droppedTables: tables };
    } catch (error) {
      const isFull = troubleOf(error).kind === 'full';
      const taken = isFull ? await write((transaction) => take(transaction, row, room)) : NOTHING;
      rows.push(...taken.rows);
      tables.push(...taken.tables);
      if (taken.rows.length + taken.tables.length > 0) continue;
      if (rows.length + tables.length > 0)
        await write((transaction) => putBack(transaction, rows, tables));
      throw error;
    }
  }
}

const NOTHING: Taken = { rows: [], tables: [] };

async function putBack(
  transaction: Writing,
  rows: readonly HistoryRow[],
  tables: readonly OwnTable[],
): Promise<void> {
  const store = transaction.objectStore('tables');
  await Promise.all([
    ...rows.map((one) => put(transaction, one)),
    ...tables.map((table) => store.put(table, table.id)),
  ]);
}

async function keepIn(
  transaction: Writing,
  row: HistoryRow,
): Promise<Pick<Kept, 'id' | 'isWhole'>> {
  const { entry, others } = placeOf(row.entry, await entriesIn(transaction));
  await put(transaction, { ...row, entry });
  const old = tooMany(others, entry.isPinned ? 0 : 1);
  await removeRows(
    transaction,
    old.map(({ id }) => id),
  );
  return { id: entry.id, isWhole: row.table !== undefined };
}

const takeAny: Take = async (transaction, row, room) => {
  const byTable = await takeTable(transaction, row, room);
  if (byTable.tables.length > 0) return byTable;
  const rows = await takeRows(transaction, row, room);
  if (rows.length > 0) return { rows, tables: [] };
  return takeFirst(transaction, (await tablesBeside(transaction, row)).pinned);
};

const takeTable: Take = async (transaction, row) =>
  takeFirst(transaction, (await tablesBeside(transaction, row)).unpinned);

async function takeFirst(transaction: Writing, [id]: readonly string[]): Promise<Taken> {
  if (id === undefined) return NOTHING;
  const store = transaction.objectStore('tables');
  const table = await store.get(id);
  await store.delete(id);
  return { rows: [], tables: table ? [table] : [] };
}

/** But that of the run itself. */
async function tablesBeside(transaction: Writing, { entry }: HistoryRow) {
  const keys = await transaction.objectStore('tables').getAllKeys();
  const others = keys.filter((id) => id !== entry.dataset.id);
  return tableOrder(await entriesIn(transaction), others);
}

async function takeRows(
  transaction: Writing,
  { entry }: HistoryRow,
  room: number,
): Promise<readonly HistoryRow[]> {
  const { others } = placeOf(entry, await entriesIn(transaction));
  const old = roomFor(others, room);
  const stores = {
    runs: transaction.objectStore('runs'),
    tables: transaction.objectStore('tables'),
  };
  const rows = await Promise.all(
    old.map(async (one) => ({
      entry: one,
      run: await stores.runs.get(one.id),
      table: await stores.tables.get(one.dataset.id),
    })),
  );
  await removeRows(
    transaction,
    old.map(({ id }) => id),
  );
  return rows.flatMap((row) => (typeof row.run === 'string' ? [{ ...row, run: row.run }] : []));
}

/** The entry under the id, name and pin of the one that it takes the place of; and all that stay beside it. */
function placeOf(entry: HistoryEntry, entries: readonly HistoryEntry[]) {
  const before =
    entries.find(({ id }) => id === entry.id) ?? entries.find(({ sum }) => sum === entry.sum);
  const others = entries.filter((one) => one !== before);
  if (!before) return { entry, others };
  const { id, isPinned, isRenamed, name } = before;
  return { entry: { ...entry, id, isPinned, isRenamed, ...(isRenamed && { name }) }, others };
}
