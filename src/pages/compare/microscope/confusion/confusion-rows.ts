/** A confusion matrix row by row: counts, and shares of the true class. */
import type { ConfusionView } from '../../../../protocol/views.ts';

export interface ConfusionRow {
  readonly trueClass: number;
  readonly total: number;
  /** [answered class] */
  readonly counts: readonly number[];
}

export function confusionRows({ classes, counts }: ConfusionView): ConfusionRow[] {
  return Array.from({ length: classes }, (_, trueClass) => {
    const own = [...counts.subarray(trueClass * classes, (trueClass + 1) * classes)];
    return { trueClass, counts: own, total: own.reduce((sum, count) => sum + count, 0) };
  });
}

/** One kind of wrong answer. */
export interface Mixup {
  readonly trueClass: number;
  readonly answer: number;
  readonly count: number;
  readonly total: number;
}

/** All that occur: the most frequent first, of equals the larger share of its class. */
export function mixups(rows: readonly ConfusionRow[]): Mixup[] {
  const found = rows.flatMap(({ trueClass, counts, total }) =>
    counts.flatMap((count, answer) =>
      answer === trueClass || count === 0 ? [] : [{ trueClass, answer, count, total }],
    ),
  );
  return found.sort((a, b) => b.count - a.count || a.total - b.total);
}

/** The largest share of a class that gets one wrong answer; 0 where nothing is wrong. */
export function worstShare(rows: readonly ConfusionRow[]): number {
  return Math.max(0, ...mixups(rows).map(({ count, total }) => count / total));
}
