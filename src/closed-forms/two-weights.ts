/**
 * Least squares of two weights whose features are standardised and uncorrelated, XᵀX = nI: the mean of the squared
 * errors is |w − m|² and what no weights can explain, with m its minimum. With λΣ|w| added each weight is that of
 * the minimum, moved towards 0 by λ/2 and no further; with λΣw², divided by 1 + λ (Hastie, Tibshirani & Friedman
 * 2009, The Elements of Statistical Learning, table 3.4, in the engine's convention).
 */
import { softThreshold } from './lasso.ts';

export type TwoWeights = readonly [number, number];

export function withL1([a, b]: TwoWeights, lambda: number): TwoWeights {
  return [softThreshold(a, lambda / 2), softThreshold(b, lambda / 2)];
}

export function withL2([a, b]: TwoWeights, lambda: number): TwoWeights {
  return [a / (1 + lambda), b / (1 + lambda)];
}

/** Where the path of L1 bends: the λ at which each weight comes to 0, the smaller one first. */
export function zeroStrengths([a, b]: TwoWeights): readonly [number, number] {
  const [first, second] = [2 * Math.abs(a), 2 * Math.abs(b)];
  return [Math.min(first, second), Math.max(first, second)];
}
