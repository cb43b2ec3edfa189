/** A table that a user brought, as what networks learn from: plain data that goes to workers as it is. */
import { sha256 } from '../../stored/sha256.ts';
import type { Grid } from './read-grid.ts';
import { readNumber } from './read-number.ts';
import { firstEqualRows } from './repeated-rows.ts';
import type { TableChoices } from './table-choices.ts';
import type { TablePlan } from './table-plan.ts';
import { readingOf } from './table-reading.ts';
import type { TableReading } from './table-reading.ts';
import { TableError } from './table-error.ts';
import { tableInputs } from './table-inputs.ts';

/** "table-" and the check sum of all that decides its rows. */
export type OwnTableId = `table-${string}`;

export interface OwnTable {
  readonly id: OwnTableId;
  readonly fileName: string;
  /** SHA-256 of the file. */
  readonly fileSum: string;
  /** What the user chose when it was made of the file; absent: of a table kept by an earlier version of the page. */
  readonly choices?: TableChoices;
  /** Absent as well. */
  readonly reading?: TableReading;
  readonly targetName: string;
  /** Empty: values are predicted. */
  readonly classNames: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rowCount: number;
  /** [row, input]; NaN: missing. */
  readonly features: Float32Array<ArrayBuffer>;
  /** [row] */
  readonly targets: Float32Array<ArrayBuffer>;
  /** [row] the first row that is equal to it in every cell of the file. */
  readonly firstEqual: Int32Array<ArrayBuffer>;
}

/** All that decides its rows. */
export type TableContent = Pick<
  OwnTable,
  'classNames' | 'targetName' | 'inputs' | 'rowCount' | 'features' | 'targets' | 'firstEqual'
>;

export function isOwnTableId(id: string): id is OwnTableId {
  return id.startsWith('table-');
}

/** Rows without a target are left out. Throws a `TableError` where there is no target. */
export function makeOwnTable(
  grid: Grid,
  plan: TablePlan,
  origin: Required<Pick<OwnTable, 'fileName' | 'fileSum' | 'choices'>>,
): OwnTable {
  const { target, columns } = plan;
  if (!target) throw new TableError('No column was chosen to be predicted.');
  const missing = new Set(grid.format.missingMarks.map((mark) => mark.trim()));
  const rows = grid.rows.filter((cells) => !missing.has(cells[target.column] ?? ''));
  const inputs = tableInputs(grid, plan);
  const features = new Float32Array(rows.length * inputs.length);
  rows.forEach((cells, row) => {
    inputs.forEach(({ valueOf }, input) => {
      features[row * inputs.length + input] = valueOf(cells);
    });
  });
  const classNames = target.classes.map(({ name }) => name);
  const classOf = new Map(classNames.map((name, index) => [name, index]));
  const targets = Float32Array.from(rows, (cells) => {
    const cell = cells[target.column] ?? '';
    if (target.task === 'values') return readNumber(cell, grid.format.decimal);
    if (target.oneAgainstRest !== null) return cell === target.oneAgainstRest ? 0 : 1;
    return classOf.get(cell) ?? NaN;
  });
  const words = {
    classNames,
    targetName: columns[target.column]?.name ?? '',
    inputs: inputs.map(({ name, isNumber }) => ({ name, isNumber })),
    rowCount: rows.length,
  };
  const firstEqual = firstEqualRows(rows) as Int32Array<ArrayBuffer>;
  const reading = readingOf(
    grid,
    target,
    inputs.map(({ source }) => source),
  );
  const numbers = { ...words, features, targets, firstEqual };
  return { id: tableIdOf(numbers), ...origin, ...numbers, reading };
}

/** Equal tables have equal ids, whoever opens them, and others never. */
export function tableIdOf(content: TableContent): OwnTableId {
  const { classNames, targetName, inputs, rowCount, features, targets, firstEqual } = content;
  // In this order: it is part of the sum.
  const words = { classNames, targetName, inputs, rowCount };
  const sums = [features, targets, firstEqual].map(({ buffer }) => sha256(new Uint8Array(buffer)));
  const whole = new TextEncoder().encode(JSON.stringify([words, sums]));
  return `table-${sha256(whole).slice(0, 16)}`;
}
