/** How the rows of a table are read from its file: for programs that read the file again (exports/code). */
import type { Grid } from './read-grid.ts';
import type { InputSource } from './table-inputs.ts';
import type { Delimiter } from './table-choices.ts';
import type { PlannedTarget } from './table-plan.ts';

export interface TableReading {
  readonly encoding: Grid['encoding'];
  readonly isArff: boolean;
  readonly delimiter: Delimiter;
  readonly decimal: '.' | ',';
  /** Rows before the first of the table, its header among them, empty ones not counted. */
  readonly skippedRows: number;
  /** Of a row; others are no rows. */
  readonly cells: number;
  readonly missingMarks: readonly string[];
  readonly target: Pick<PlannedTarget, 'column' | 'oneAgainstRest'>;
  readonly inputs: readonly InputSource[];
}

export function readingOf(
  { encoding, isArff, format, names }: Grid,
  { column, oneAgainstRest }: PlannedTarget,
  inputs: readonly InputSource[],
): TableReading {
  const { delimiter, decimal, hasHeader, skippedLines, missingMarks } = format;
  return {
    ...{ encoding, isArff, delimiter, decimal, inputs },
    skippedRows: isArff ? 0 : skippedLines + (hasHeader ? 1 : 0),
    cells: names.length,
    missingMarks: missingMarks.map((mark) => mark.trim()),
    target: { column, oneAgainstRest },
  };
}
