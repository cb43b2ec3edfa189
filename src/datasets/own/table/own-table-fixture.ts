/** For tests: a small table as a user brings it. */
import type { OwnTable } from './own-table.ts';
import { buildTable, readTable } from './read-table.ts';

const rowsOf = (answer: (row: number) => string) =>
  Array.from({ length: 40 }, (_, row) => `${row % 7 || ''},${row % 3},${answer(row)}`);

export const SMALL_CSV = {
  classes: ['a,b,target', ...rowsOf((row) => (row % 2 ? 'yes' : 'no'))].join('\n'),
  values: ['a,b,target', ...rowsOf((row) => `${row * 1.25}`)].join('\n'),
};

export function smallTable(csv = SMALL_CSV.classes, fileName = 'small.csv'): OwnTable {
  const bytes = new TextEncoder().encode(csv);
  return buildTable(readTable(bytes, {}), bytes, fileName);
}
