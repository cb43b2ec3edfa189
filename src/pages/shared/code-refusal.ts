/** Why no code can be written for a set; null: it can. */
import { keptTable } from '../../datasets/own/kept-tables.ts';

export function codeRefusal(datasetId: string): string | null {
  const kept = keptTable(datasetId);
  return kept && !kept.table.reading
    ? 'This browser kept the table without how its file is read: open the file again.'
    : null;
}
