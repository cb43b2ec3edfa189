import { expect, test } from 'vitest';
import { traitsOf } from './shown-example.ts';
import type { ExampleSource } from './shown-example.ts';

const rowsOf = (rows: number[][]) => ({
  ...{ count: rows.length, featureScale: 1, features: Float32Array.from(rows.flat()) },
  targets: new Float32Array(rows.length),
});

test('of a table: what is usual does not stand out for being 1, and what is missing is not shown', () => {
  // A standardised number, one that is 1 in most rows, one that is 1 in few, and another number.
  const training = rowsOf([
    [-1, 1, 0, 1],
    [1, 1, 0, -1],
    [-1, 1, 0, 1],
    [1, 0, 1, -1],
    [0, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
  const validation = rowsOf([[1.5, 1, 1, 0]]);
  const source = {
    plan: { data: { validation } },
    dataset: {
      standardizes: { features: true, target: false, numbers: [true, false, false, true] },
    },
    split: { training, originalValidation: rowsOf([[40, 1, 1, NaN]]) },
  } as unknown as ExampleSource;
  expect(traitsOf(source, 0)).toEqual([
    { feature: 2, value: 1 },
    { feature: 0, value: 40 },
  ]);
});
