/** The inputs that the columns of a table become. */
import type { Grid } from './read-grid.ts';
import { readNumber } from './read-number.ts';
import type { PlannedColumn, TablePlan } from './table-plan.ts';

/** What of a row an input is made of: a number, whether it is missing, or whether the cell has this value. */
export type InputSource =
  | { readonly column: number; readonly kind: 'number' | 'missing' }
  | { readonly column: number; readonly kind: 'value'; readonly value: string };

export interface TableInput {
  readonly source: InputSource;
  readonly name: string;
  /** Numbers are standardised; what is 0 or 1 stays as it is. */
  readonly isNumber: boolean;
  /** Of a row's cells; NaN: missing, the median of the training rows takes its place. */
  readonly valueOf: (cells: readonly string[]) => number;
}

export function tableInputs({ format, names }: Grid, { columns }: TablePlan): TableInput[] {
  const missing = new Set(format.missingMarks.map((mark) => mark.trim()));
  const inputs = columns.flatMap((planned, column): TableInput[] => {
    const cellOf = (cells: readonly string[]) => cells[column] ?? '';
    const isMissing: TableInput = {
      source: { column, kind: 'missing' },
      name: `${planned.name} missing`,
      isNumber: false,
      valueOf: (cells) => (missing.has(cellOf(cells)) ? 1 : 0),
    };
    const indicator = planned.missing > 0 ? [isMissing] : [];
    if (planned.use === 'number') {
      const valueOf: TableInput['valueOf'] = (cells) =>
        missing.has(cellOf(cells)) ? NaN : readNumber(cellOf(cells), format.decimal);
      const source = { column, kind: 'number' } as const;
      return [{ source, name: planned.name, isNumber: true, valueOf }, ...indicator];
    }
    if (planned.use !== 'categories') return [];
    return [
      ...valuesWithInputs(planned).map((value) => ({
        source: { column, kind: 'value', value } as const,
        name: `${planned.name} = ${value}`,
        isNumber: false,
        valueOf: (cells: readonly string[]) => (cellOf(cells) === value ? 1 : 0),
      })),
      ...indicator,
    ];
  });
  return withDifferentNames(inputs, new Set(names));
}

/** Of two values that are all there is, one says both. */
function valuesWithInputs({ counts, missing }: PlannedColumn): string[] {
  const values = [...counts.keys()];
  return values.length === 2 && missing === 0 ? values.slice(1) : values;
}

/** Without making them. */
export function inputCount({ columns }: TablePlan): number {
  return columns.reduce((sum, column) => {
    const indicator = column.missing > 0 ? 1 : 0;
    if (column.use === 'number') return sum + 1 + indicator;
    return column.use === 'categories' ? sum + valuesWithInputs(column).length + indicator : sum;
  }, 0);
}

/** A name that was made is never that of a column, or of another input. */
function withDifferentNames(inputs: readonly TableInput[], columns: ReadonlySet<string>) {
  const taken = new Set<string>();
  return inputs.map((input) => {
    let { name } = input;
    const isMade = !input.isNumber;
    while (taken.has(name) || (isMade && columns.has(name))) name += '′';
    taken.add(name);
    return { ...input, name };
  });
}
