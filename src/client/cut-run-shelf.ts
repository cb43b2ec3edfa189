/** Keeps the run that trains in this tab (IndexedDB), so that it can go on after a reload; each tab has its own. */
import type { DBSchema } from 'idb';
import type { CutRun } from './cut-run.ts';
import { KeptDatabase } from './storage/kept-database.ts';

interface ShelfSchema extends DBSchema {
  /** By the name of the tab. */
  runs: { key: string; value: { readonly keptAt: number; readonly run: unknown } };
}

/** Tabs that were closed leave theirs behind: the oldest go. */
const MOST_RUNS = 4;
const TAB_KEY = 'name-of-this-tab';

export interface CutRunShelf {
  /** As it was kept; undefined: there is none. */
  readonly find: () => Promise<unknown>;
  readonly put: (run: CutRun) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export function openCutRunShelf(newName: () => string): CutRunShelf {
  const database = new KeptDatabase<ShelfSchema>({
    ...{ name: 'regularization-playground-cut-runs', version: 1 },
    upgrade: (db) => {
      db.createObjectStore('runs');
    },
  });
  const tab = nameOfTab(newName);
  return {
    find: async () => {
      const name = await tab;
      return (await database.use((db) => db.get('runs', name)))?.run;
    },
    put: async (run) => {
      const name = await tab;
      await database.write(['runs'], async (transaction) => {
        const store = transaction.objectStore('runs');
        const [keys, kept] = await Promise.all([store.getAllKeys(), store.getAll()]);
        const others = keys
          .map((key, index) => ({ key, keptAt: kept[index]?.keptAt ?? 0 }))
          .filter(({ key }) => key !== name)
          .toSorted((a, b) => b.keptAt - a.keptAt);
        await Promise.all(others.slice(MOST_RUNS - 1).map(({ key }) => store.delete(key)));
        await store.put({ keptAt: Date.now(), run }, name);
      });
    },
    remove: async () => {
      const name = await tab;
      await database.use((db) => db.delete('runs', name));
    },
  };
}

/** The same after a reload. A tab that was duplicated gets a name of its own. */
async function nameOfTab(newName: () => string): Promise<string> {
  const name = sessionStorage.getItem(TAB_KEY) ?? newName();
  const own = (await isOurs(name)) ? name : newName();
  sessionStorage.setItem(TAB_KEY, own);
  return own;
}

/** The page that was reloaded may need a moment to let go. */
const PATIENCE_MS = 1000;

function isOurs(name: string): Promise<boolean> {
  // Not there on pages served over plain http from another machine.
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(`tab ${name}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        // Held as long as the page lives.
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
