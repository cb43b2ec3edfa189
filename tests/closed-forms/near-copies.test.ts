/** What the lesson "Which of 50 features matter?" says of two features that are nearly copies of each other. */
import { expect, it } from 'vitest';
import { standardDeviation } from '../../src/base/statistics/summary.ts';
import { lasso } from '../../src/closed-forms/lasso.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { normals, responses } from './random-designs.ts';

const DRAWS = 200;
const ROWS = 40;

/** Weights of the two, each of which is truly 1, in every draw. */
function weightsBy(solve: typeof lasso, lambda: number): number[][] {
  return Array.from({ length: DRAWS }, (_, draw) => {
    const design = normals(ROWS, 3, 2 * draw + 1).map(([common = NaN, own = NaN, other = NaN]) => [
      common + 0.2 * own,
      common + 0.2 * other,
    ]);
    const targets = responses(design, [1, 1], { noise: 1, seed: 2 * draw + 2 });
    return [...solve(design, targets, lambda).weights];
  });
}

const spread = (weights: readonly number[][]) =>
  standardDeviation(weights.map(([first = NaN]) => first));
const dropped = (weights: readonly number[][]) => weights.filter((pair) => pair.includes(0)).length;

it('L2 shares the weight between near copies, draw after draw; least squares and L1 do not', () => {
  const [none, l2, l1] = [weightsBy(ridge, 0), weightsBy(ridge, 0.1), weightsBy(lasso, 0.1)];
  expect(spread(none)).toBeGreaterThan(2.5 * spread(l2));
  expect(spread(l1)).toBeGreaterThan(2 * spread(l2));
  expect(dropped(l2)).toBe(0);
  expect(dropped(l1)).toBeGreaterThan(DRAWS / 20);
});
