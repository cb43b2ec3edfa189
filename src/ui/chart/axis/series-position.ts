/**
 * Places on the horizontal axis where something can be read: the ends of epochs. In steps the arms may
 * have them at different places; each is then read where its newest epoch was by then.
 */
import type { Series } from '../data/series-types.ts';
import type { AxisWindow } from '../data/series-window.ts';

type Placed = Pick<Series, 'pace' | 'last' | 'isReference'>;

/** Tolerance for steps that divide into epochs with a rounding error. */
const DUST = 1e-9;

/** The newest place of the run on screen within the window; -1 if there is none. */
export function lastPosition(series: readonly Placed[], window: AxisWindow): number {
  return Math.max(-1, ...ranges(series, window).map(([, last, pace]) => last * pace));
}

/** The oldest one; 0 if there is none. */
export function firstPosition(series: readonly Placed[], window: AxisWindow): number {
  const firsts = ranges(series, window).map(([first, , pace]) => first * pace);
  return firsts.length === 0 ? 0 : Math.min(...firsts);
}

/** The place nearest to a point on the axis; null if there is none. */
export function nearestPosition(
  series: readonly Placed[],
  window: AxisWindow,
  at: number,
): number | null {
  const candidates = ranges(series, window).map(
    ([first, last, pace]) => Math.max(first, Math.min(Math.round(at / pace), last)) * pace,
  );
  if (candidates.length === 0) return null;
  return candidates.reduce((best, each) =>
    Math.abs(each - at) < Math.abs(best - at) ? each : best,
  );
}

/** The next place to the right (1) or to the left (-1); `at` itself where there is none. */
export function nextPosition(
  series: readonly Placed[],
  window: AxisWindow,
  [at, direction]: readonly [at: number, direction: 1 | -1],
): number {
  const candidates = ranges(series, window).flatMap(([first, last, pace]) => {
    const epoch =
      direction > 0 ? Math.floor(at / pace + DUST) + 1 : Math.ceil(at / pace - DUST) - 1;
    return epoch >= first && epoch <= last ? [epoch * pace] : [];
  });
  if (candidates.length === 0) return at;
  return direction > 0 ? Math.min(...candidates) : Math.max(...candidates);
}

/** The newest epoch of a line that was over at a place; NaN beyond its end. */
export function epochAt({ pace, last }: Pick<Series, 'pace' | 'last'>, at: number): number {
  const epoch = Math.floor(at / pace + DUST);
  return epoch > last ? NaN : epoch;
}

/** First and last epoch in the window, for each pace of the run on screen. */
function ranges(
  series: readonly Placed[],
  { from, to }: AxisWindow,
): readonly (readonly [first: number, last: number, pace: number])[] {
  const own = series.filter(({ isReference }) => !isReference);
  return [...new Set(own.map(({ pace }) => pace))].flatMap((pace) => {
    const newest = Math.max(...own.filter((one) => one.pace === pace).map(({ last }) => last));
    const first = Math.max(0, Math.ceil(from / pace - DUST));
    const last = Math.min(newest, Math.floor(to / pace + DUST));
    return first <= last ? [[first, last, pace] as const] : [];
  });
}
