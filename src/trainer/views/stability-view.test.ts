import { describe, expect, it } from 'vitest';
import type { RowNumbers } from '../../datasets/splitting/drawn-rows.ts';
import type { StabilityView } from '../../protocol/views.ts';
import { lookOf, standardizationOf } from './look-fixture.ts';
import { stabilityView } from './stability-view.ts';
import type { LaneInside } from './view-maker.ts';

const make = (...repeats: [LaneInside, ...LaneInside[]]): StabilityView => {
  if (stabilityView.comparesRepeats !== true) throw new Error('It compares repeats.');
  return stabilityView.make(repeats);
};

/** Rows on a line; a network with weights [0, w] says 1 where w · x > 0. */
const xs = [-3, -2, -1, 1, 2, 3, 4, 5];
const features = xs.map((x) => [x]);
const targets = xs.map((x) => (x > 0 ? 1 : 0));
const repeat = (weight: number, change: Partial<Parameters<typeof lookOf>[0]> = {}) =>
  lookOf({ features, targets, classes: 2, weights: [0, weight], ...change });
const numbers = (training: number[], validation: number[]): RowNumbers => ({
  training: Int32Array.from(training),
  validation: Int32Array.from(validation),
});

describe('stability view', () => {
  it('gives the share of disagreement of each pair, and what is most disputed', () => {
    // Its rows had a mean of 1.5: it says 1 where x > 1.5.
    const late = repeat(1, {
      standardization: { features: [{ mean: 1.5, scale: 1 }], target: null },
      features: [[100]],
      targets: [0],
    });
    const view = make(repeat(1), late, repeat(-1));
    expect(view.repeats).toBe(3);
    expect(view.rows).toBe(8);
    // The first two differ at x = 1 alone; the third says the opposite of the first everywhere.
    expect(view.pairs).toEqual([
      { share: 1 / 8, rows: 8 },
      { share: 1, rows: 8 },
      { share: 7 / 8, rows: 8 },
    ]);
    // All rows have two disagreeing pairs; where outputs are largest the repeats are surest.
    expect(view.examples).toHaveLength(8);
    expect(view.examples[0]).toEqual({
      row: 7,
      trueClass: 1,
      ink: null,
      traits: [{ feature: 0, value: 5 }],
      answers: [1, 1, 0],
    });
    const disputed = view.examples.find(({ row }) => row === 3);
    expect(disputed?.answers).toEqual([1, 0, 0]);
  });

  it('prepares the rows of the first repeat for each as its own were', () => {
    // Standardised by their own rows: x > 1.125 and x > 3 are what the two networks say 1 for.
    const own = repeat(1, { standardization: standardizationOf(features) });
    const other = repeat(1, { standardization: standardizationOf([[1], [5]]) });
    const [pair] = make(own, other).pairs;
    const expected = xs.filter((x) => x > 1.125 !== x > 3).length;
    expect(expected).toBe(2);
    expect(pair).toEqual({ share: expected / 8, rows: 8 });
  });

  it('leaves out rows that a repeat was trained on', () => {
    const validation = [10, 11, 12, 13, 14, 15, 16, 17];
    const first = repeat(1, { numbers: numbers([1, 2], validation) });
    const second = repeat(-1, { numbers: numbers([3, 10, 17], [1]) });
    const third = repeat(-1, { numbers: numbers([13], [2]) });
    const { pairs, examples } = make(first, second, third);
    expect(pairs).toEqual([
      { share: 1, rows: 6 },
      { share: 1, rows: 7 },
      { share: 0, rows: 5 },
    ]);
    // Rows on which all three were asked come first: there two pairs disagree, else one.
    expect(
      examples
        .map(({ row }) => row)
        .slice(0, 5)
        .sort(),
    ).toEqual([1, 2, 4, 5, 6]);
    expect(examples.find(({ row }) => row === 0)?.answers).toEqual([0, null, 1]);
    expect(examples.find(({ row }) => row === 3)?.answers).toEqual([1, 0, null]);
  });

  it('asks about 500 rows at most', () => {
    const many = Array.from({ length: 700 }, (_, row) => [row - 349.5]);
    const change = { features: many, targets: many.map(() => 0) };
    const { rows, pairs, examples } = make(repeat(1, change), repeat(-1, change));
    expect([rows, examples.length]).toEqual([500, 12]);
    expect(pairs).toEqual([{ share: 1, rows: 500 }]);
  });

  it('asks fewer rows of a large network', () => {
    const rows = Array.from({ length: 300 }, (_, row) => Array.from({ length: 784 }, () => row));
    const change = { features: rows, targets: rows.map(() => 0), classes: 200 };
    const large = repeat(1, { ...change, weights: Array.from({ length: 784 * 200 }, () => 0) });
    // 156,800 weights
    expect(make(large, large)).toMatchObject({ rows: 255, pairs: [{ share: 0, rows: 255 }] });
  });

  it('has nothing to compare with one repeat', () => {
    expect(make(repeat(1))).toEqual({ repeats: 1, rows: 8, pairs: [], examples: [] });
  });
});
