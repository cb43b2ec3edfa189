import { describe, expect, it } from 'vitest';
import { differenceOf } from './cell-difference.ts';
import { chooseCell, judgeCells } from './choose-cell.ts';
import type { JudgedAxis } from './choose-cell.ts';
import { summariseScores } from './score-summary.ts';

const FOLDS = [[0.9], [0.92], [0.88], [0.94], [0.86]];
const strength: JudgedAxis = { count: 3, simpler: 'last' };
const cell = (place: number[], ...scores: number[]) => ({
  place,
  scores: scores.map((one) => [one]),
});

/** Three strengths; the middle one is best, with SE 0.0141. */
const line = judgeCells([
  cell([0], 0.85, 0.85, 0.85, 0.85, 0.85),
  { place: [1], scores: FOLDS },
  cell([2], 0.887, 0.887, 0.887, 0.887, 0.887),
]);

describe('a regularizer that is left out', () => {
  it('is never simpler than with it, whichever end of its axis is', () => {
    const scores = [[0.9], [0.92], [0.88], [0.94], [0.86]];
    const cells = judgeCells([0, 1, 2].map((at) => ({ place: [at], scores })));
    const simplest = (simpler: 'first' | 'last', off: number | null) =>
      chooseCell(cells, [{ count: 3, simpler, off }], 'highest')?.simplest?.place;
    // Patience "off", 2, 5: stopping soonest is simplest.
    expect(simplest('first', 0)).toEqual([1]);
    expect(simplest('first', null)).toEqual([0]);
    expect(simplest('last', 0)).toEqual([2]);
  });
});

describe('a cell’s scores', () => {
  it('have the standard error of the mean over folds', () => {
    const { mean, standardError } = summariseScores(FOLDS);
    expect(mean).toBeCloseTo(0.9, 12);
    expect(standardError).toBeCloseTo(0.0141, 4);
  });

  it('of several seeds are averaged within a fold first', () => {
    const twice = FOLDS.map(([score = NaN]) => [score - 0.1, score + 0.1]);
    expect(summariseScores(twice).standardError).toBeCloseTo(0.0141, 4);
    expect(summariseScores(twice).trainings).toBe(10);
  });

  it('of a single split have no standard error', () => {
    expect(summariseScores([[0.9, 0.91, 0.92]]).standardError).toBeNull();
  });
});

describe('the choice', () => {
  it('is the simplest within one standard error of the best', () => {
    const choice = chooseCell(line, [strength], 'highest');
    expect(choice?.best.place).toEqual([1]);
    expect(choice?.cutOff).toBeCloseTo(0.8859, 4);
    expect(choice?.simplest?.place).toEqual([2]);
    expect(choice?.edges).toEqual([]);
  });

  it('for losses the cut-off lies above the best', () => {
    const losses = judgeCells([cell([0], 0.2, 0.3, 0.25), cell([1], 0.27, 0.27, 0.27)]);
    const choice = chooseCell(losses, [{ count: 2, simpler: 'last' }], 'lowest');
    expect(choice?.best.place).toEqual([0]);
    expect(choice?.cutOff).toBeCloseTo(0.25 + 0.05 / Math.sqrt(3), 6);
    expect(choice?.simplest?.place).toEqual([1]);
  });

  it('on two axes goes by the first, then by the second, then by the mean', () => {
    const same = [0.9, 0.92, 0.88, 0.94, 0.86];
    const lower = same.map((score) => score - 0.001);
    const cells = judgeCells([
      cell([0, 0], ...same),
      cell([0, 1], ...lower),
      cell([1, 0], ...lower),
      cell([1, 1], ...lower),
    ]);
    const width: JudgedAxis = { count: 2, simpler: 'first' };
    const both = chooseCell(cells, [width, { count: 2, simpler: 'last' }], 'highest');
    expect(both?.simplest?.place).toEqual([0, 1]);
    const second = chooseCell(
      cells,
      [
        { count: 2, simpler: 'neither' },
        { count: 2, simpler: 'first' },
      ],
      'highest',
    );
    expect(second?.simplest?.place).toEqual([0, 0]);
  });

  it('never falls on a cell that failed or diverged in any training', () => {
    const cells = judgeCells([cell([0], 0.99, NaN), cell([1], 0.5, 0.6)]);
    expect(chooseCell(cells, [{ count: 2, simpler: 'last' }], 'highest')?.best.place).toEqual([1]);
    expect(chooseCell(cells.slice(0, 1), [strength], 'highest')).toBeNull();
    expect(chooseCell([], [strength], 'highest')).toBeNull();
  });

  it('names ties, and the edge that the best lies on', () => {
    const cells = judgeCells([cell([0], 0.5, 0.5), cell([1], 0.6, 0.6), cell([2], 0.6, 0.6)]);
    const choice = chooseCell(cells, [strength], 'highest');
    expect(choice?.ties.map(({ place }) => place)).toEqual([[2]]);
    const last = chooseCell([...cells].reverse(), [strength], 'highest');
    expect(last?.edges).toEqual([{ axis: 0, end: 'last' }]);
  });

  it('takes figures in another order for a tie', () => {
    const cells = judgeCells([cell([0], 0.7, 0.8, 0.9), cell([1], 0.9, 0.8, 0.7)]);
    expect(cells[0]?.summary.mean).not.toBe(cells[1]?.summary.mean);
    expect(chooseCell(cells, [strength], 'highest')?.best.place).toEqual([0]);
    expect(chooseCell(cells, [strength], 'highest')?.ties).toHaveLength(1);
  });

  it('has no simplest cell without a standard error or a simpler end', () => {
    const split = judgeCells([cell([0], 0.9), cell([1], 0.8)]);
    expect(chooseCell(split, [strength], 'highest')).toMatchObject({
      simplest: null,
      cutOff: null,
    });
    expect(chooseCell(line, [{ count: 3, simpler: 'neither' }], 'highest')?.simplest).toBeNull();
  });
});

describe('the difference of two cells', () => {
  const differences = [0.02, 0.03, 0.01, 0.04, 0];
  const one = differences.map((difference) => [0.9 + difference]);
  const other = differences.map(() => [0.9]);

  it('is corrected for training sets that overlap', () => {
    const found = differenceOf(one, other, { training: 4, validation: 1 });
    expect(found?.mean).toBeCloseTo(0.02, 12);
    expect(found?.standardError).toBeCloseTo(0.0106, 4);
    expect(found?.halfWidth).toBeCloseTo(0.0294, 4);
  });

  it('of equal counts of rows is no certainty', () => {
    const rows = { training: 400, validation: 100 };
    const higher = other.map(([score = NaN]) => [score + 0.01]);
    expect(differenceOf(higher, other, rows, 0.01)?.low).toBeLessThan(0);
    expect(differenceOf(higher, other, rows)?.low).toBeGreaterThan(0);
  });

  it('counts only what both have, and says nothing of one pair', () => {
    const failed = [[NaN], ...other.slice(1)];
    expect(differenceOf(one, failed, { training: 4, validation: 1 })?.pairs).toBe(4);
    expect(differenceOf(one.slice(0, 1), other, { training: 4, validation: 1 })).toBeNull();
  });
});
