/** What is read and written of runs within one transaction. */
import type { DBSchema, IDBPTransaction } from 'idb';
import type { OwnTable } from '../../datasets/own/table/own-table.ts';
import { RecordError } from '../checked-value.ts';
import { nameOfDamaged, readHistoryEntry } from './history-entry.ts';
import type { HistoryEntry } from './history-entry.ts';
import type { DamagedEntry, HistoryList, HistoryRow } from './history-row.ts';

export interface HistorySchema extends DBSchema {
  /** `HistoryEntry`, as it was written by whichever version of the page. */
  entries: { key: string; value: unknown };
  /** By the id of its entry, as JSON. */
  runs: { key: string; value: unknown };
  /** By its check sum. */
  tables: { key: string; value: OwnTable };
}

export const STORES = ['entries', 'runs', 'tables'] as const;

export type Writing = IDBPTransaction<HistorySchema, [...typeof STORES], 'readwrite'>;

export async function entriesIn(transaction: Writing): Promise<readonly HistoryEntry[]> {
  const store = transaction.objectStore('entries');
  return listOf(...(await Promise.all([store.getAllKeys(), store.getAll()]))).entries;
}

/** Its table is put once, for whatever runs are on it. */
export async function put(transaction: Writing, { entry, run, table }: HistoryRow): Promise<void> {
  await Promise.all([
    transaction.objectStore('entries').put(entry, entry.id),
    transaction.objectStore('runs').put(run, entry.id),
    table && transaction.objectStore('tables').put(table, table.id),
  ]);
}

/** Tables that no other run is on go with them. */
export async function removeRows(transaction: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await Promise.all(
    ids.flatMap((id) => [
      transaction.objectStore('entries').delete(id),
      transaction.objectStore('runs').delete(id),
    ]),
  );
  const tables = transaction.objectStore('tables');
  const [kept, left] = await Promise.all([tables.getAllKeys(), entriesIn(transaction)]);
  const needed = new Set(left.map(({ dataset }) => dataset.id));
  await Promise.all(kept.filter((id) => !needed.has(id)).map((id) => tables.delete(id)));
}

/** `values` by their `keys`. */
export function listOf(
  keys: readonly string[],
  values: readonly unknown[],
): Omit<HistoryList, 'tables'> {
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
