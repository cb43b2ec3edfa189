/**
 * The rows of a sweep as a picture shows them: a block for each class, its rows in the order of the table, each
 * with the fold in which it validates.
 */
import type { RowParts } from '../../../engine/batches/row-parts.ts';

/** In place of a fold. */
export const TRAINS_ALWAYS = -1;
export const SEALED = -2;

export interface RowBlock {
  /** Index of the class; null: all rows, or those of the test. */
  readonly classIndex: number | null;
  readonly kind: 'rows' | 'test';
  /** [row] fold in which it validates, from 0; or what it does instead. */
  readonly cells: Int32Array;
  /** Rows that the block stands for, drawn or not. */
  readonly count: number;
  /** Too few rows for the folds: they train in all of them. */
  readonly isKept: boolean;
}

export interface RowPicture {
  readonly blocks: readonly RowBlock[];
  /** Every so many rows of a block are drawn: 1, all of them. */
  readonly every: number;
  readonly isInTableOrder: boolean;
}

/** More would be smaller than a pixel. */
const MOST_CELLS = 6_000;

/** `poolRows`: rows of the table that training, validation and test share; null: they come from several. */
export function rowPicture(
  rowParts: RowParts,
  { isDivided, poolRows }: { readonly isDivided: boolean; readonly poolRows: number | null },
): RowPicture {
  const { numbers, classes, parts } = rowParts;
  const order = [...parts.keys()].sort((a, b) => (numbers?.[a] ?? a) - (numbers?.[b] ?? b));
  const labels = classes === null ? [null] : [...new Set(classes)].sort((a, b) => a - b);
  const rows = labels.map((label): RowBlock => {
    const members = order.filter((row) => label === null || classes?.[row] === label);
    const cells = Int32Array.from(members, (row) => Math.max(parts[row] ?? -1, TRAINS_ALWAYS));
    return {
      ...{ classIndex: label, kind: 'rows', cells, count: members.length },
      isKept: isDivided && cells.every((part) => part === TRAINS_ALWAYS),
    };
  });
  const every = Math.max(1, Math.ceil((parts.length + rowParts.sealedTestRows) / MOST_CELLS));
  const isOneTable = numbers !== null && poolRows !== null;
  // Which classes sealed rows are of is not looked at: they are in between only where there are no classes.
  const blocks =
    isOneTable && classes === null
      ? [withSealed(rows[0], numbers, poolRows)]
      : [...rows, ...testBlock(rowParts.sealedTestRows)];
  return {
    blocks: blocks.map((block) => ({ ...block, cells: thinned(block.cells, every) })),
    ...{ every, isInTableOrder: numbers !== null },
  };
}

/** Rows of the table that neither train nor validate are the sealed test. */
function withSealed(block: RowBlock | undefined, numbers: Int32Array, poolRows: number): RowBlock {
  const cells = new Int32Array(poolRows).fill(SEALED);
  [...numbers]
    .sort((a, b) => a - b)
    .forEach((number, place) => (cells[number] = block?.cells[place] ?? SEALED));
  return { classIndex: null, kind: 'rows', cells, count: poolRows, isKept: false };
}

function testBlock(count: number): RowBlock[] {
  if (count === 0) return [];
  const cells = new Int32Array(count).fill(SEALED);
  return [{ classIndex: null, kind: 'test', cells, count, isKept: false }];
}

function thinned(cells: Int32Array, every: number): Int32Array {
  return every === 1 ? cells : cells.filter((_, place) => place % every === 0);
}

/** Rows of a class by what they do, for the table that says the same; null: of all classes. */
export function countParts(
  { classes, parts }: RowParts,
  classIndex: number | null,
  foldCount: number,
): { readonly byFold: readonly number[]; readonly trainsAlways: number } {
  const byFold = new Array<number>(foldCount).fill(0);
  let trainsAlways = 0;
  parts.forEach((part, row) => {
    if (classIndex !== null && classes?.[row] !== classIndex) return;
    if (part < 0) trainsAlways += 1;
    else byFold[part] = (byFold[part] ?? 0) + 1;
  });
  return { byFold, trainsAlways };
}
