/**
 * Lasso: least squares with L1, in the engine's convention: the mean of the squared errors plus λΣ|w|, the
 * intercept not penalised. By cyclic coordinate descent on the products of columns (Friedman, Hastie &
 * Tibshirani 2010, Journal of Statistical Software 33, 2.2), whose threshold here is λ/2, since the squared
 * errors are not halved.
 */
import { dot } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { momentsOf, withIntercept } from './linear-moments.ts';
import type { LinearMoments, LinearSolution } from './linear-moments.ts';

/** Columns that nearly depend on each other take many rounds; each is a few thousand products. */
const MOST_ROUNDS = 100_000;
/** The largest change of an answer in one round, as a share of the largest pull: a converged path. */
const TOLERANCE = 1e-13;

export function softThreshold(value: number, threshold: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - threshold);
}

/** From this λ on all weights are 0: 2 max|Xᵀy|/n of centred columns. */
export function lassoLimit({ pulls }: LinearMoments): number {
  return 2 * Math.max(0, ...pulls.map(Math.abs));
}

/** `start`: weights to begin at, such as those of a λ nearby. */
export function lassoOf(
  moments: LinearMoments,
  lambda: number,
  start: readonly number[] = [],
): LinearSolution {
  const { products, pulls } = moments;
  const weights = pulls.map((_, j) => start[j] ?? 0);
  // Xᵀr/n of what is left to explain.
  const left = pulls.map((pull, j) => pull - dot(products[j] ?? [], weights));
  const scale = Math.max(Number.MIN_VALUE, ...pulls.map(Math.abs));
  for (let round = 0; round < MOST_ROUNDS; round++)
    if (goRound(products, weights, left, lambda / 2) <= TOLERANCE * scale) break;
  return withIntercept(moments, weights);
}

/** One solution for each λ, in their order; each starts where the next larger one ended. */
export function lassoPath(moments: LinearMoments, lambdas: readonly number[]): LinearSolution[] {
  const solutions = new Map<number, LinearSolution>();
  let start: readonly number[] = [];
  for (const lambda of [...lambdas].sort((a, b) => b - a)) {
    const solution = lassoOf(moments, lambda, start);
    solutions.set(lambda, solution);
    start = solution.weights;
  }
  return lambdas.flatMap((lambda) => solutions.get(lambda) ?? []);
}

export function lasso(design: Matrix, targets: ArrayLike<number>, lambda: number): LinearSolution {
  return lassoOf(momentsOf(design, targets), lambda);
}

/** Every weight once, in place; returns the largest change of what a column explains. */
function goRound(
  products: LinearMoments['products'],
  weights: number[],
  left: number[],
  threshold: number,
): number {
  let largest = 0;
  for (const [j, row] of products.entries()) {
    const size = row[j] ?? NaN;
    // A column that is constant explains nothing.
    if (!(size > 0)) continue;
    const before = weights[j] ?? NaN;
    const after = softThreshold((left[j] ?? NaN) + size * before, threshold) / size;
    const change = after - before;
    if (change === 0) continue;
    weights[j] = after;
    for (const [k, value] of row.entries()) left[k] = (left[k] ?? NaN) - value * change;
    largest = Math.max(largest, Math.abs(change) * size);
  }
  return largest;
}
