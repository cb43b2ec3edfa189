/**
 * Results of trainings, kept in this browser (IndexedDB): a sweep that was left half-way is completed after a
 * reload, and nothing is trained twice. Where storage is forbidden or full, results last as long as the page.
 */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { LaneResult } from '../figures/lane-result.ts';

interface ShelfSchema extends DBSchema {
  results: { key: string; value: KeptResult; indexes: { keptAt: number } };
  forms: { key: string; value: unknown };
}

interface KeptResult {
  readonly key: string;
  readonly result: LaneResult;
  readonly keptAt: number;
}

/** What the store needs of it; tests have one in memory. */
export interface ResultShelf {
  /** Those of these keys that are kept. */
  readonly find: (keys: readonly string[]) => Promise<ReadonlyMap<string, LaneResult>>;
  readonly put: (results: ReadonlyMap<string, LaneResult>) => Promise<void>;
  readonly remove: (keys: readonly string[]) => Promise<void>;
  /** `page`: whose form it is. */
  readonly readForm: (page: string) => Promise<unknown>;
  readonly writeForm: (page: string, form: unknown) => Promise<void>;
}

const NAME = 'regularization-playground';
/** Version of the stored records; results of another version are of no use. */
const VERSION = 2;
/** The oldest go first. */
const MOST_KEPT = 40_000;

export function openResultShelf(): ResultShelf {
  let opened: Promise<IDBPDatabase<ShelfSchema>> | null = null;
  const database = () => {
    opened ??= openDB<ShelfSchema>(NAME, VERSION, {
      upgrade: (db) => {
        for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
        db.createObjectStore('results', { keyPath: 'key' }).createIndex('keptAt', 'keptAt');
        db.createObjectStore('forms');
      },
      // A newer version of the page waits for this one to let go.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return opened;
  };
  return {
    find: async (keys) => {
      const { store } = (await database()).transaction('results');
      const found = await Promise.all(keys.map((key) => store.get(key)));
      return new Map(found.flatMap((one) => (one ? [[one.key, one.result] as const] : [])));
    },
    put: async (results) => {
      const db = await database();
      const { store, done } = db.transaction('results', 'readwrite');
      const keptAt = Date.now();
      for (const [key, result] of results) void store.put({ key, result, keptAt });
      await dropOldest(await store.count(), () => store.index('keptAt').openCursor());
      await done;
    },
    remove: async (keys) => {
      const { store, done } = (await database()).transaction('results', 'readwrite');
      for (const key of keys) void store.delete(key);
      await done;
    },
    readForm: async (page) => (await database()).get('forms', page),
    writeForm: async (page, form) => {
      await (await database()).put('forms', form, page);
    },
  };
}

interface Cursor {
  readonly delete: () => Promise<void>;
  readonly continue: () => Promise<Cursor | null>;
}

async function dropOldest(count: number, open: () => Promise<Cursor | null>): Promise<void> {
  let cursor = count > MOST_KEPT ? await open() : null;
  for (let left = count - MOST_KEPT; cursor && left > 0; left -= 1) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}
