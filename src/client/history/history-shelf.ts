/**
 * The runs that this browser keeps (IndexedDB). What is listed of a run and the run itself lie in two stores, written
 * together or not at all, so that a list need not read runs and there is never half of one. An own table lies in a
 * third, once, as long as a run is on it. Everything throws a `StorageTrouble` where the browser keeps nothing.
 */
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { KeptDatabase } from '../storage/kept-database.ts';
import { readHistoryEntry } from './history-entry.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { HistoryList, HistoryRow, Kept } from './history-row.ts';
import { STORES, entriesIn, listOf, put, removeRows } from './history-rows.ts';
import type { HistorySchema, Writing } from './history-rows.ts';
import { keepWithRoom } from './keep-with-room.ts';

/** What the store needs of it; tests have one in memory. */
export interface HistoryShelf {
  readonly list: () => Promise<HistoryList>;
  /** The run's JSON; null: it is not there. */
  readonly read: (id: string) => Promise<string | null>;
  /** Null: it is not there. */
  readonly readTable: (id: string) => Promise<OwnTable | null>;
  /** In place of the run with its id, or of an equal one. The last 50 stay, and whatever is pinned. */
  readonly keep: (row: HistoryRow) => Promise<Kept>;
  /** As they are, beside all others; what is there already stays as it is. */
  readonly add: (rows: readonly HistoryRow[]) => Promise<void>;
  /** Where a run is on it; it is one that was opened anew. */
  readonly addTable: (table: OwnTable) => Promise<void>;
  readonly change: (
    id: string,
    change: Partial<Pick<HistoryEntry, 'name' | 'isRenamed' | 'isPinned'>>,
  ) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  /** All of them; their runs stay. */
  readonly removeTables: () => Promise<void>;
  /** Something was changed in another tab, or can be read at last. */
  readonly onChange: (listener: () => void) => void;
}

const NAME = 'regularization-playground-history';
/** Of the form in which runs are kept. */
const VERSION = 2;

export function openHistoryShelf(): HistoryShelf {
  const database = new KeptDatabase<HistorySchema>({
    ...{ name: NAME, version: VERSION },
    upgrade: (db, oldVersion) => {
      if (oldVersion < 1) {
        db.createObjectStore('entries');
        db.createObjectStore('runs');
      }
      if (oldVersion < 2) db.createObjectStore('tables');
    },
  });
  const channel = openChannel();
  const write = async <Result>(work: (transaction: Writing) => Promise<Result>) => {
    const result = await database.write([...STORES], work);
    channel?.postMessage('changed');
    return result;
  };
  return {
    list: () =>
      database.use(async (db) => {
        const transaction = db.transaction(['entries', 'tables']);
        const store = transaction.objectStore('entries');
        const tables = transaction.objectStore('tables').getAllKeys();
        const listed = listOf(...(await Promise.all([store.getAllKeys(), store.getAll()])));
        return { ...listed, tables: await tables };
      }),
    read: async (id) => {
      const run = await database.use((db) => db.get('runs', id));
      return typeof run === 'string' ? run : null;
    },
    readTable: async (id) => (await database.use((db) => db.get('tables', id))) ?? null,
    keep: (row) => keepWithRoom(write, row),
    add: (rows) =>
      write(async (transaction) => {
        const keys = new Set(await transaction.objectStore('entries').getAllKeys());
        await Promise.all(
          rows.filter(({ entry }) => !keys.has(entry.id)).map((row) => put(transaction, row)),
        );
      }),
    addTable: (table) =>
      write(async (transaction) => {
        const entries = await entriesIn(transaction);
        if (entries.some(({ dataset }) => dataset.id === table.id))
          await transaction.objectStore('tables').put(table, table.id);
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
    removeTables: () => write((transaction) => transaction.objectStore('tables').clear()),
    onChange: (listener) => {
      channel?.addEventListener('message', listener);
      database.onFreed(listener);
    },
  };
}

/** To the other tabs. Null: there is no such thing in this browser, and they see what is new when they look again. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
}
