/** All that penalised least squares needs to know of its rows: means, and products of centred columns. */
import { mean } from '../base/statistics/summary.ts';
import { dot, transpose } from './matrix.ts';
import type { Matrix } from './matrix.ts';

export interface LinearMoments {
  readonly rows: number;
  /** Of each feature, and of the target. */
  readonly means: readonly number[];
  readonly targetMean: number;
  /** XᵀX/n of centred features. */
  readonly products: readonly (readonly number[])[];
  /** Xᵀy/n of centred features and targets. */
  readonly pulls: readonly number[];
}

export interface LinearSolution {
  readonly intercept: number;
  readonly weights: readonly number[];
}

export function momentsOf(design: Matrix, targets: ArrayLike<number>): LinearMoments {
  const rows = design.length;
  const columns = transpose(design);
  const means = columns.map(mean);
  const centred = columns.map((column, j) => column.map((value) => value - (means[j] ?? NaN)));
  const all = Array.from(targets);
  const targetMean = mean(all);
  const target = all.map((value) => value - targetMean);
  const products = centred.map((a) => centred.map((b) => dot(a, b) / rows));
  const pulls = centred.map((column) => dot(column, target) / rows);
  return { rows, means, targetMean, products, pulls };
}

/** The intercept is not penalised, so it makes up for the means. */
export function withIntercept(
  { means, targetMean }: LinearMoments,
  weights: readonly number[],
): LinearSolution {
  return { intercept: targetMean - dot(means, weights), weights };
}
