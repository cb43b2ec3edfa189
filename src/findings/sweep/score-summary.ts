/** What the trainings of one cell of a sweep come to: a mean, and how sure it is. */
import { mean, standardDeviation } from '../../base/statistics/summary.ts';

/** [fold][seed] the score of each training of a cell; NaN: it failed or diverged. A hold-out split is one fold. */
export type CellScores = readonly (readonly number[])[];

export interface ScoreSummary {
  readonly mean: number;
  /**
   * Standard error of the mean over folds: the sample standard deviation of the folds' own means over √k
   * (Breiman, Friedman, Olshen & Stone 1984, 3.4.3). Null of a single split, which has none.
   */
  readonly standardError: number | null;
  readonly trainings: number;
  /** Trainings without a score: such a cell is never the best. */
  readonly failed: number;
}

/** Seeds of a fold share its rows, so they are averaged first: they are no folds of their own. */
export function summariseScores(scores: CellScores): ScoreSummary {
  const all = scores.flat();
  const failed = all.filter((score) => !Number.isFinite(score)).length;
  const foldMeans = scores.map(mean);
  return {
    mean: mean(foldMeans),
    standardError:
      scores.length > 1 ? standardDeviation(foldMeans) / Math.sqrt(scores.length) : null,
    trainings: all.length,
    failed,
  };
}
