/**
 * Results of trainings, kept in this browser (IndexedDB): a sweep that was left half-way is completed after a
 * reload, and nothing is trained twice. Where storage is forbidden or full, results last as long as the page.
 */
import type { DBSchema } from 'idb';
import type { LaneResult } from '../figures/lane-result.ts';
import { KeptDatabase } from './storage/kept-database.ts';
import { troubleOf } from './storage/storage-trouble.ts';

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
  const database = new KeptDatabase<ShelfSchema>({
    ...{ name: NAME, version: VERSION },
    upgrade: (db) => {
      for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
      db.createObjectStore('results', { keyPath: 'key' }).createIndex('keptAt', 'keptAt');
      db.createObjectStore('forms');
    },
  });
  return {
    find: (keys) =>
      database.use(async (db) => {
        const { store } = db.transaction('results');
        const found = await Promise.all(keys.map((key) => store.get(key)));
        return new Map(found.flatMap((one) => (one ? [[one.key, one.result] as const] : [])));
      }),
    put: async (results) => {
      try {
        await putResults(database, results, MOST_KEPT);
      } catch (error) {
        if (troubleOf(error).kind !== 'full') throw error;
        // Old results make room for new ones.
        const kept = await database.use((db) => db.count('results'));
        await putResults(database, results, Math.floor(kept / 2));
      }
    },
    remove: (keys) =>
      database.write(['results'], async (transaction) => {
        const store = transaction.objectStore('results');
        await Promise.all(keys.map((key) => store.delete(key)));
      }),
    readForm: (page) => database.use((db) => db.get('forms', page)),
    writeForm: async (page, form) => {
      await database.use((db) => db.put('forms', form, page));
    },
  };
}

function putResults(
  database: KeptDatabase<ShelfSchema>,
  results: ReadonlyMap<string, LaneResult>,
  most: number,
): Promise<void> {
  const keptAt = Date.now();
  return database.write(['results'], async (transaction) => {
    const store = transaction.objectStore('results');
    const tooMany = (await store.count()) + results.size - most;
    await dropOldest(tooMany, () => store.index('keptAt').openCursor());
    await Promise.all([...results].map(([key, result]) => store.put({ key, result, keptAt })));
  });
}

interface Cursor {
  readonly delete: () => Promise<void>;
  readonly continue: () => Promise<Cursor | null>;
}

async function dropOldest(count: number, open: () => Promise<Cursor | null>): Promise<void> {
  let cursor = count > 0 ? await open() : null;
  for (let left = count; cursor && left > 0; left -= 1) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}
