/** From the bytes of a file to a table that networks can learn from, and to what a page shows of it before. */
import { sha256 } from '../../stored/sha256.ts';
import type { ColumnType } from './column-facts.ts';
import { makeOwnTable } from './own-table.ts';
import type { OwnTable } from './own-table.ts';
import { readGrid } from './read-grid.ts';
import type { Grid } from './read-grid.ts';
import type { ColumnUse, TableChoices, TargetTask } from './table-choices.ts';
import { tableConcerns } from './table-concerns.ts';
import { TableError } from './table-error.ts';
import { inputCount } from './table-inputs.ts';
import { planTable } from './table-plan.ts';
import type { PlannedTarget, TablePlan } from './table-plan.ts';

export interface PreviewColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly missing: number;
  readonly differentValues: number;
  readonly use: ColumnUse | 'target';
  readonly reason: string;
  readonly possibleUses: readonly ColumnUse[];
  readonly possibleTasks: readonly TargetTask[];
}

/** Plain data, small enough to be sent at every change. */
export interface TablePreview extends Pick<Grid, 'encoding' | 'isArff' | 'format'> {
  readonly rows: number;
  readonly columns: readonly PreviewColumn[];
  readonly inputs: number;
  readonly target: PlannedTarget | null;
  readonly firstRows: readonly (readonly string[])[];
  readonly badRows: Grid['badRows'];
  readonly badRowCount: number;
  readonly warnings: readonly string[];
  /** Why it cannot be used; null: it can. */
  readonly refusal: string | null;
}

interface ReadTable {
  readonly grid: Grid;
  readonly plan: TablePlan;
  readonly choices: TableChoices;
  readonly preview: TablePreview;
}

const FIRST_ROWS = 6;
const LONGEST_CELL = 60;

/** Throws a `TableError` for what is no table. */
export function readTable(bytes: Uint8Array, choices: TableChoices = {}): ReadTable {
  return readPlan(readGrid(bytes, choices.format), choices);
}

/** Progress: the share that is done. */
export function readPlan(
  grid: Grid,
  choices: TableChoices,
  onProgress?: (share: number) => void,
): ReadTable {
  const plan = planTable(grid, choices, onProgress);
  const { refusal, warnings } = tableConcerns(grid, plan, choices);
  const { encoding, isArff, format, badRows, badRowCount } = grid;
  const preview: TablePreview = {
    ...{ encoding, isArff, format, badRows, badRowCount, warnings, refusal },
    rows: grid.rows.length,
    columns: plan.columns.map((column) => ({
      ...{ name: column.name, type: column.type, missing: column.missing },
      ...{ differentValues: column.counts.size, use: column.use, reason: column.reason },
      ...{ possibleUses: column.possibleUses, possibleTasks: column.possibleTasks },
    })),
    inputs: inputCount(plan),
    target: plan.target,
    firstRows: grid.rows
      .slice(0, FIRST_ROWS)
      .map((cells) => cells.map((cell) => cell.slice(0, LONGEST_CELL))),
  };
  return { grid, plan, choices, preview };
}

/** Throws a `TableError` where the preview says a refusal. */
export function buildTable(
  { grid, plan, choices, preview }: ReadTable,
  bytes: Uint8Array,
  fileName: string,
): OwnTable {
  if (preview.refusal !== null) throw new TableError(preview.refusal);
  return makeOwnTable(grid, plan, { fileName, fileSum: sha256(bytes), choices });
}
