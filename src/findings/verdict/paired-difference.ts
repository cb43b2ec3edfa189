/** The difference of two arms over the replicates that both have, with its t interval. */
import { mean, standardDeviation } from '../../base/statistics/summary.ts';
import type { FigureName } from '../../figures/figures.ts';
import type { ArmEvidence, LaneEvidence } from './evidence.ts';
import { tQuantile } from '../../base/statistics/student-t.ts';

export interface LanePair {
  readonly own: LaneEvidence;
  readonly other: LaneEvidence;
}

export interface PairedDifference {
  /** Of d = own − other, one a replicate. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** How many are above 0, and how many below. */
  readonly higher: number;
  readonly lower: number;
  /** The interval lies on one side of 0. */
  readonly isClear: boolean;
}

/** Fewer give no usable interval. */
export const LEAST_PAIRS = 3;

/** The same rows, first weights, order and masks but for what the arms differ in. */
export function pairLanes(own: ArmEvidence, other: ArmEvidence): LanePair[] {
  return own.lanes.flatMap((lane) => {
    const twin = other.lanes.find(({ replicate }) => replicate === lane.replicate);
    return twin ? [{ own: lane, other: twin }] : [];
  });
}

/**
 * Mean ± t(1 − risk/2, k − 1) · sd / √k. `risk` is .05, divided by the number of comparisons it is shared
 * by (Bonferroni). `resolution` is the least that a figure can differ by: accuracies are counts of rows,
 * and the sd of so few of them is taken as half a row at least, lest three equal counts make an interval
 * of no width. Null: fewer than three pairs, or a figure is missing.
 */
export function pairedDifference(
  pairs: readonly LanePair[],
  figure: FigureName,
  { risk, resolution = 0 }: { readonly risk: number; readonly resolution?: number },
): PairedDifference | null {
  return meanDifference(
    pairs.map(({ own, other }) => own.row[figure] - other.row[figure]),
    { risk, resolution },
  );
}

/** The same of differences, one a seed. */
export function meanDifference(
  differences: readonly number[],
  { risk, resolution = 0 }: { readonly risk: number; readonly resolution?: number },
): PairedDifference | null {
  if (differences.length < LEAST_PAIRS || !differences.every(Number.isFinite)) return null;
  const count = differences.length;
  const middle = mean(differences);
  const sd = Math.max(standardDeviation(differences), resolution / 2);
  const half = (tQuantile(1 - risk / 2, count - 1) * sd) / Math.sqrt(count);
  return {
    mean: middle,
    low: middle - half,
    high: middle + half,
    count,
    higher: differences.filter((d) => d > 0).length,
    lower: differences.filter((d) => d < 0).length,
    isClear: Math.abs(middle) > half,
  };
}

/** The same seen from the other arm. */
export function turned({ mean, low, high, ...rest }: PairedDifference): PairedDifference {
  return { ...rest, mean: -mean, low: -high, high: -low, higher: rest.lower, lower: rest.higher };
}
