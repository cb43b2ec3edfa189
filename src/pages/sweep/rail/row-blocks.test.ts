import { describe, expect, it } from 'vitest';
import type { RowParts } from '../../../engine/batches/row-parts.ts';
import { SEALED, TRAINS_ALWAYS, countParts, rowPicture } from './row-blocks.ts';

/** Six rows of a table of eight, drawn in another order; two folds, and class 2 too small for them. */
const divided: RowParts = {
  numbers: Int32Array.of(7, 0, 3, 2, 5, 4),
  classes: Int32Array.of(0, 0, 1, 1, 0, 2),
  parts: Int32Array.of(0, 1, 1, 0, 1, -1),
  sealedTestRows: 2,
};
const folds = { isDivided: true, poolRows: 8 };

describe('the picture of rows', () => {
  it('has a block for each class, its rows in the order of the table', () => {
    const { blocks, every, isInTableOrder } = rowPicture(divided, folds);
    expect([every, isInTableOrder]).toEqual([1, true]);
    // Rows 0, 5, 7 of class 0; 2, 3 of class 1; 4 of class 2; and two that no fold has.
    expect(blocks.map(({ cells }) => [...cells])).toEqual([
      [1, 1, 0],
      [0, 1],
      [TRAINS_ALWAYS],
      [SEALED, SEALED],
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['rows', 'rows', 'rows', 'test']);
    expect(blocks.map(({ isKept }) => isKept)).toEqual([false, false, true, false]);
  });

  it('without classes is one block, with sealed rows where they stand in the table', () => {
    const { blocks } = rowPicture({ ...divided, classes: null }, folds);
    expect(blocks.map(({ cells }) => [...cells])).toEqual([
      [1, SEALED, 0, 1, TRAINS_ALWAYS, 1, SEALED, 0],
    ]);
  });

  it('of rows without numbers is in the order in which they are drawn', () => {
    const drawn = { ...divided, numbers: null, classes: null };
    const { blocks, isInTableOrder } = rowPicture(drawn, { ...folds, poolRows: null });
    expect(isInTableOrder).toBe(false);
    expect(blocks.map(({ cells }) => [...cells])).toEqual([
      [0, 1, 1, 0, 1, TRAINS_ALWAYS],
      [SEALED, SEALED],
    ]);
  });

  it('of a single split keeps no class, whatever it validates', () => {
    const parts = Int32Array.of(0, 0, -1, -1, -1, -1);
    const { blocks } = rowPicture({ ...divided, parts }, { ...folds, isDivided: false });
    expect(blocks.every(({ isKept }) => !isKept)).toBe(true);
  });

  it('of many rows draws one in so many of each class, and still says how many they are', () => {
    const rows = 20_000;
    const many: RowParts = {
      numbers: Int32Array.from({ length: rows }, (_, row) => row),
      classes: Int32Array.from({ length: rows }, (_, row) => row % 2),
      parts: Int32Array.from({ length: rows }, (_, row) => row % 5),
      sealedTestRows: 0,
    };
    const { blocks, every } = rowPicture(many, { ...folds, poolRows: rows });
    expect(every).toBe(4);
    expect(blocks.map(({ cells, count }) => [cells.length, count])).toEqual([
      [2_500, 10_000],
      [2_500, 10_000],
    ]);
  });
});

it('counts of the table are those of the picture', () => {
  const rows: RowParts = { ...divided, parts: Int32Array.of(0, 1, 1, 0, 1, -1) };
  expect(countParts(rows, 0, 2)).toEqual({ byFold: [1, 2], trainsAlways: 0 });
  expect(countParts(rows, 2, 2)).toEqual({ byFold: [0, 0], trainsAlways: 1 });
  expect(countParts(rows, null, 2)).toEqual({ byFold: [2, 3], trainsAlways: 1 });
});
