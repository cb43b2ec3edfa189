/**
 * The tables that a user brought, kept in this browser (IndexedDB) so that experiments on them outlast a reload: the
 * last three. Where storage is forbidden or full they last as long as the page.
 */
import type { DBSchema } from 'idb';
import { keepTable } from '../datasets/own/kept-tables.ts';
import type { OwnTable } from '../datasets/own/table/own-table.ts';
import { KeptDatabase } from './storage/kept-database.ts';

interface ShelfSchema extends DBSchema {
  tables: { key: string; value: ShelvedTable; indexes: { keptAt: number } };
}

type ShelvedTable = OwnTable & { readonly keptAt: number };

const NAME = 'regularization-playground-tables';
/** Of the form of a table; those of another are of no use. */
const VERSION = 1;
const MOST_TABLES = 3;
/** In localStorage: there is something to wait for before the page opens. */
const MARK = 'own-tables-are-kept';
/** A database that does not answer keeps nobody from the page. */
const PATIENCE_MS = 2000;

export async function shelveTable(table: OwnTable): Promise<void> {
  try {
    await shelf().write(['tables'], async (transaction) => {
      const store = transaction.objectStore('tables');
      await store.put({ ...table, keptAt: Date.now() });
      const keys = await store.index('keptAt').getAllKeys();
      await Promise.all(keys.slice(0, -MOST_TABLES).map((key) => store.delete(key)));
    });
    localStorage.setItem(MARK, 'yes');
  } catch {
    // See above.
  }
}

/** Those of earlier visits, for `findDataset`; nothing is waited for where there were none. */
export async function recallTables(): Promise<void> {
  try {
    if (localStorage.getItem(MARK) === null) return;
    const late = new Promise<readonly ShelvedTable[]>((resolve) => {
      setTimeout(() => resolve([]), PATIENCE_MS);
    });
    for (const { keptAt: _, ...table } of await Promise.race([readShelf(), late])) keepTable(table);
  } catch {
    // See above.
  }
}

/** Those on screen stay until the page is left. */
export async function clearShelf(): Promise<void> {
  try {
    await shelf().use((db) => db.clear('tables'));
    localStorage.removeItem(MARK);
  } catch {
    // There is none to clear.
  }
}

/** The oldest first. */
function readShelf(): Promise<readonly ShelvedTable[]> {
  return shelf().use((db) => db.getAllFromIndex('tables', 'keptAt'));
}

function shelf(): KeptDatabase<ShelfSchema> {
  return new KeptDatabase<ShelfSchema>({
    ...{ name: NAME, version: VERSION },
    upgrade: (db) => {
      db.createObjectStore('tables', { keyPath: 'id' }).createIndex('keptAt', 'keptAt');
    },
  });
}
