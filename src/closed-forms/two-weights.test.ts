import { describe, expect, it } from 'vitest';
import { lasso } from './lasso.ts';
import { ridge } from './ridge.ts';
import { withL1, withL2, zeroStrengths } from './two-weights.ts';
import type { TwoWeights } from './two-weights.ts';

/** Two columns of mean 0 with XᵀX = nI. */
const DESIGN = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];
const MINIMUM: TwoWeights = [2, 0.5];
const targets = (minimum: TwoWeights) =>
  DESIGN.map(([a = 0, b = 0]) => a * minimum[0] + b * minimum[1]);

it('at λ = 1 L1 gives (1.5, 0), L2 (1, 0.25)', () => {
  expect(withL1(MINIMUM, 1)).toEqual([1.5, 0]);
  expect(withL2(MINIMUM, 1)).toEqual([1, 0.25]);
});

describe.each([0, 0.3, 1, 2.5, 6])('λ = %f', (lambda) => {
  it.each([[MINIMUM], [[-0.7, 1.9] as const]])('agrees with lasso and ridge at %j', (minimum) => {
    const trained = {
      l1: lasso(DESIGN, targets(minimum), lambda).weights,
      l2: ridge(DESIGN, targets(minimum), lambda).weights,
    };
    withL1(minimum, lambda).forEach((w, i) => expect(w).toBeCloseTo(trained.l1[i] ?? NaN, 10));
    withL2(minimum, lambda).forEach((w, i) => expect(w).toBeCloseTo(trained.l2[i] ?? NaN, 10));
  });
});

it('knows where L1 sets a weight to 0', () => {
  expect(zeroStrengths(MINIMUM)).toEqual([1, 4]);
  expect(withL1(MINIMUM, 0.99)[1]).toBeGreaterThan(0);
  expect(withL1(MINIMUM, 4)).toEqual([0, 0]);
});
