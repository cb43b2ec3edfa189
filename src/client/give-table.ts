/** Gives a worker the user's own table before the first order that names it, and once. */
import { keptTable } from '../datasets/own/kept-tables.ts';
import type { OwnTable } from '../datasets/own/table/own-table.ts';
import type { KeepTableRequest } from '../protocol/table-messages.ts';

const given = new WeakMap<Pick<Worker, 'postMessage'>, Set<string>>();

type FindTable = (id: string) => { readonly table: OwnTable } | undefined;

/** Of a set that is no own table, nothing is to be given. */
export function giveTable(
  worker: Pick<Worker, 'postMessage'>,
  datasetId: string,
  find: FindTable = keptTable,
): void {
  const kept = find(datasetId);
  if (!kept) return;
  const known = given.get(worker) ?? new Set();
  if (known.has(datasetId)) return;
  given.set(worker, known.add(datasetId));
  const request: KeepTableRequest = { type: 'keepTable', table: kept.table };
  worker.postMessage(request);
}
