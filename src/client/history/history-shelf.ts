/**
 * The runs that this browser keeps (IndexedDB). What is listed of a run and the run itself lie in two stores, written
 * together or not at all, so that a list need not read runs and there is never half of one. Everything throws a
 * `StorageTrouble` where the browser keeps nothing.
 */
import type { DBSchema, IDBPTransaction } from 'idb';
import { KeptDatabase } from '../storage/kept-database.ts';
import { troubleOf } from '../storage/storage-trouble.ts';
import { RecordError } from '../checked-value.ts';
import { nameOfDamaged, readHistoryEntry } from './history-entry.ts';
import type { HistoryEntry } from './history-entry.ts';
import { roomFor, tooMany } from './kept-number.ts';

interface HistorySchema extends DBSchema {
  /** `HistoryEntry`, as it was written by whichever version of the page. */
  entries: { key: string; value: unknown };
  /** By the id of its entry, as JSON. */
  runs: { key: string; value: unknown };
}

/** A row that cannot be read; it can only be deleted. */
export interface DamagedEntry {
  readonly key: string;
  readonly name: string;
  readonly problem: string;
}

export interface HistoryList {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly damaged: readonly DamagedEntry[];
}

/** A run as it is kept. */
export interface HistoryRow {
  readonly entry: HistoryEntry;
  readonly run: string;
}

export interface Kept {
  /** The id under which it is kept now. */
  readonly id: string;
  /** Runs that had to make room for it because the browser is full. */
  readonly dropped: readonly HistoryEntry[];
}

/** What the store needs of it; tests have one in memory. */
export interface HistoryShelf {
  readonly list: () => Promise<HistoryList>;
  /** The run's JSON; null: it is not there. */
  readonly read: (id: string) => Promise<string | null>;
  /** In place of the run with its id, or of an equal one. The last 50 stay, and whatever is pinned. */
  readonly keep: (row: HistoryRow) => Promise<Kept>;
  /** As they are, beside all others; what is there already stays as it is. */
  readonly add: (rows: readonly HistoryRow[]) => Promise<void>;
  readonly change: (
    id: string,
    change: Partial<Pick<HistoryEntry, 'name' | 'isRenamed' | 'isPinned'>>,
  ) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** Something was changed in another tab, or can be read at last. */
  readonly onChange: (listener: () => void) => void;
}

const NAME = 'regularization-playground-history';
/** Of the form in which runs are kept. */
const VERSION = 1;

type Writing = IDBPTransaction<HistorySchema, ['entries', 'runs'], 'readwrite'>;

export function openHistoryShelf(): HistoryShelf {
  const database = new KeptDatabase<HistorySchema>({
    ...{ name: NAME, version: VERSION },
    upgrade: (db, oldVersion) => {
      if (oldVersion >= 1) return;
      db.createObjectStore('entries');
      db.createObjectStore('runs');
    },
  });
  const channel = openChannel();
  const write = async <Result>(work: (transaction: Writing) => Promise<Result>) => {
    const result = await database.write(['entries', 'runs'], work);
    channel?.postMessage('changed');
    return result;
  };
  return {
    list: () =>
      database.use(async (db) => {
        const { store } = db.transaction('entries');
        return listOf(...(await Promise.all([store.getAllKeys(), store.getAll()])));
      }),
    read: async (id) => {
      const run = await database.use((db) => db.get('runs', id));
      return typeof run === 'string' ? run : null;
    },
    keep: (row) => keepWithRoom(write, row),
    add: (rows) =>
      write(async (transaction) => {
        const keys = new Set(await transaction.objectStore('entries').getAllKeys());
        await Promise.all(
          rows.filter(({ entry }) => !keys.has(entry.id)).map((row) => put(transaction, row)),
        );
      }),
    change: (id, change) =>
      write(async (transaction) => {
        const store = transaction.objectStore('entries');
        const before = await store.get(id);
        // It was deleted in another tab.
        if (before === undefined) return;
        await store.put({ ...readHistoryEntry(before), ...change }, id);
      }),
    remove: (ids) => write((transaction) => removeRows(transaction, ids)),
    onChange: (listener) => {
      channel?.addEventListener('message', listener);
      database.onFreed(listener);
    },
  };
}

type Write = <Result>(work: (transaction: Writing) => Promise<Result>) => Promise<Result>;

/**
 * Where the browser is full, more and more of the oldest make room. What is deleted counts as room only once its
 * transaction is over (Chromium), so they go first; where that was in vain they come back.
 */
async function keepWithRoom(write: Write, row: HistoryRow): Promise<Kept> {
  const dropped: HistoryRow[] = [];
  for (let room = row.run.length; ; room *= 4) {
    try {
      const id = await write((transaction) => keepIn(transaction, row));
      return { id, dropped: dropped.map(({ entry }) => entry) };
    } catch (error) {
      const isFull = troubleOf(error).kind === 'full';
      const taken = isFull ? await write((transaction) => takeOut(transaction, row, room)) : [];
      dropped.push(...taken);
      if (taken.length > 0) continue;
      if (dropped.length > 0)
        await write((transaction) => Promise.all(dropped.map((one) => put(transaction, one))));
      throw error;
    }
  }
}

/** Returns the id under which it is kept. */
async function keepIn(transaction: Writing, { entry: made, run }: HistoryRow): Promise<string> {
  const { entry, others } = placeOf(made, await entriesIn(transaction));
  const old = tooMany(others, entry.isPinned ? 0 : 1);
  await removeRows(
    transaction,
    old.map(({ id }) => id),
  );
  await put(transaction, { entry, run });
  return entry.id;
}

/** Deletes the oldest that give this much room, and returns them; none: there is none that may go. */
async function takeOut(
  transaction: Writing,
  { entry }: HistoryRow,
  room: number,
): Promise<readonly HistoryRow[]> {
  const { others } = placeOf(entry, await entriesIn(transaction));
  const old = roomFor(others, room);
  const runs = await Promise.all(old.map(({ id }) => transaction.objectStore('runs').get(id)));
  await removeRows(
    transaction,
    old.map(({ id }) => id),
  );
  return old.flatMap((one, index) => {
    const run = runs[index];
    return typeof run === 'string' ? [{ entry: one, run }] : [];
  });
}

async function entriesIn(transaction: Writing): Promise<readonly HistoryEntry[]> {
  const store = transaction.objectStore('entries');
  return listOf(...(await Promise.all([store.getAllKeys(), store.getAll()]))).entries;
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

async function put(transaction: Writing, { entry, run }: HistoryRow): Promise<void> {
  await Promise.all([
    transaction.objectStore('entries').put(entry, entry.id),
    transaction.objectStore('runs').put(run, entry.id),
  ]);
}

async function removeRows(transaction: Writing, ids: readonly string[]): Promise<void> {
  await Promise.all(
    ids.flatMap((id) => [
      transaction.objectStore('entries').delete(id),
      transaction.objectStore('runs').delete(id),
    ]),
  );
}

function listOf(keys: readonly string[], values: readonly unknown[]): HistoryList {
  const entries: HistoryEntry[] = [];
  const damaged: DamagedEntry[] = [];
  values.forEach((value, index) => {
    const key = keys[index] ?? '';
    try {
      entries.push({ ...readHistoryEntry(value), id: key });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      damaged.push({ key, name: nameOfDamaged(value), problem: error.message });
    }
  });
  return { entries: entries.toSorted((a, b) => b.keptAt - a.keptAt), damaged };
}

/** To the other tabs. Null: there is no such thing in this browser, and they see what is new when they look again. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}
