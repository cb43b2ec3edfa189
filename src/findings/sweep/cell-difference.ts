/**
 * By how much one cell of a sweep is better than another, over the same folds and seeds. Training sets of
 * cross-validation overlap, so the usual standard error of their differences is too small: it is corrected
 * by how much of the rows each validates on (Nadeau & Bengio 2003, Machine Learning 52).
 */
import { mean, standardDeviation } from '../../base/statistics/summary.ts';
import { tQuantile } from '../../base/statistics/student-t.ts';
import type { CellScores } from './score-summary.ts';

export interface CellDifference {
  /** One minus the other. */
  readonly mean: number;
  /** √((1/J + n_validation/n_training) · s²), J differences with sample variance s². */
  readonly standardError: number;
  /** Of the 95 % interval, by Student’s t with J − 1 degrees of freedom. */
  readonly halfWidth: number;
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

export interface DifferenceRows {
  readonly training: number;
  /** 0: training sets do not overlap as those of folds do, so nothing is corrected. */
  readonly validation: number;
}

/**
 * Null: fewer than two trainings that both have. `resolution` is the least that a score can differ by: accuracies are counts of
 * rows, and equal differences of so few of them are no certainty, so their spread is one row at least.
 */
export function differenceOf(
  one: CellScores,
  other: CellScores,
  { training, validation }: DifferenceRows,
  resolution = 0,
): CellDifference | null {
  const differences = one.flatMap((fold, f) =>
    fold.flatMap((score, seed) => {
      const difference = score - (other[f]?.[seed] ?? NaN);
      return Number.isFinite(difference) ? [difference] : [];
    }),
  );
  const pairs = differences.length;
  if (pairs < 2) return null;
  const spread = Math.max(standardDeviation(differences), resolution);
  const standardError = Math.sqrt((1 / pairs + validation / training) * spread * spread);
  const halfWidth = tQuantile(0.975, pairs - 1) * standardError;
  const middle = mean(differences);
  return {
    ...{ mean: middle, standardError, halfWidth, pairs },
    ...{ low: middle - halfWidth, high: middle + halfWidth },
  };
}
