/** Why no code can be written for a set; null: it can. */
import { isOwnTableId } from '../../datasets/own/table/own-table.ts';
import { keptTable } from '../../datasets/own/kept-tables.ts';

export function codeRefusal(datasetId: string): string | null {
  const kept = keptTable(datasetId);
  if (!isOwnTableId(datasetId) || kept?.table.reading) return null;
  return kept
    ? 'This browser kept the table without how its file is read: open the file again.'
    : 'The own table is not in this browser: open its file first.';
}
