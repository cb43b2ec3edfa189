/** What all rows say of a column: its type, its different values, and how many it lacks. */
import type { Grid } from './read-grid.ts';
import { readNumber } from './read-number.ts';

export type ColumnType = 'number' | 'date' | 'text' | 'empty';

export interface ColumnFacts {
  readonly name: string;
  readonly type: ColumnType;
  readonly rows: number;
  readonly missing: number;
  /** How many rows have each value, in the order in which values come. */
  readonly counts: ReadonlyMap<string, number>;
  /** Values that are numbers, each counted as often as it stands there. */
  readonly numbers: number;
  /** Of a column of numbers: all are whole ones. */
  readonly isWhole: boolean;
  /** Of a column of text that has mostly numbers: the first value that is none, and its line. */
  readonly odd: { readonly value: string; readonly line: number } | null;
}

const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}[- ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ]\d{2,4})(?:[T ]\d{1,2}:\d{2}.*)?$/i;

export function columnFacts(grid: Grid, column: number): ColumnFacts {
  const { rows, lines, names, format } = grid;
  const marks = new Set(format.missingMarks.map((mark) => mark.trim()));
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const cell = cells[column] ?? '';
    if (!marks.has(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  let [known, numbers, dates] = [0, 0, 0];
  let isWhole = true;
  let odd: string | null = null;
  for (const [value, count] of counts) {
    known += count;
    const number = readNumber(value, format.decimal);
    if (Number.isNaN(number)) odd ??= value;
    else numbers += count;
    if (!Number.isInteger(number)) isWhole = false;
    if (DATE.test(value)) dates += count;
  }
  const type = typeOf({ known, numbers, dates });
  const oddRow = odd === null ? -1 : rows.findIndex((cells) => cells[column] === odd);
  return {
    ...{ name: names[column] ?? '', type, rows: rows.length, missing: rows.length - known },
    ...{ counts, numbers, isWhole: type === 'number' && isWhole },
    odd: odd !== null && numbers > 0 ? { value: odd, line: lines[oddRow] ?? 0 } : null,
  };
}

function typeOf({ known, numbers, dates }: Record<'known' | 'numbers' | 'dates', number>) {
  if (known === 0) return 'empty';
  if (numbers === known) return 'number';
  return dates === known ? 'date' : 'text';
}
