/** Finds an own table that a kept run is on: it becomes one of those that the page has. */
import { keepTable, keptTable } from '../../datasets/own/kept-tables.ts';
import { isOwnTableId } from '../../datasets/own/table/own-table.ts';
import { shelveTable } from '../table-shelf.ts';
import type { HistoryShelf } from './history-shelf.ts';

/** Returns whether the page has it now. */
export async function recallTable(
  shelf: Pick<HistoryShelf, 'readTable'>,
  datasetId: string,
): Promise<boolean> {
  if (keptTable(datasetId)) return true;
  if (!isOwnTableId(datasetId)) return false;
  const table = await shelf.readTable(datasetId).catch(() => null);
  if (!table) return false;
  keepTable(table);
  // What is on screen outlasts a reload.
  await shelveTable(table);
  return true;
}
