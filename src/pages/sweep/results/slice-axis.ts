/** The value axis of a slice: round ends around all that is drawn, with round steps between. */
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import { threeDigits } from '../../../base/text/figure-text.ts';
import { niceStep, roundTo, ticksBetween } from '../../../ui/chart/axis/series-ticks.ts';

export interface SliceAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

const MOST_TICKS = 6;
/** Closer to an end than this share of a step, a mark would be cut by it. */
const ROOM = 0.15;

/** `isShare`: nothing lies below 0 or above 1. */
export function sliceAxis(values: readonly number[], isShare: boolean): SliceAxis {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return { domain: [0, 1], ticks: [] };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(high - low, isShare ? 0.02 : Math.abs(high) * 0.02, 1e-6);
  const step = niceStep(span, MOST_TICKS);
  const bottom = Math.floor(low / step - ROOM) * step;
  const top = Math.ceil((low + span) / step + ROOM) * step;
  const from = roundTo(low >= 0 ? Math.max(0, bottom) : bottom, step);
  const to = roundTo(isShare ? Math.min(1, top) : top, step);
  return { domain: [from, to], ticks: ticksBetween(from, to, step) };
}

/** Means so many times their median say only that a training has exploded … */
const EXPLODED = 10;
/** … and leave room for the others: the axis ends here. */
const END_IN_MEDIANS = 4;

/** Of losses: where the axis is cut; null: all of it is shown. */
export function cutOf(means: readonly number[]): number | null {
  const known = means.filter(Number.isFinite).sort((a, b) => a - b);
  const median = known[Math.floor((known.length - 1) / 2)] ?? NaN;
  return (known.at(-1) ?? NaN) > EXPLODED * median ? END_IN_MEDIANS * median : null;
}

/** Ticks are round: "85 %", "0.25". */
export function tickText(tick: number, isShare: boolean): string {
  if (isShare) return `${Number((tick * 100).toFixed(2))}${PERCENT_SIGN}`;
  const size = Math.abs(tick);
  return `${tick < 0 ? '−' : ''}${size < 1000 ? size : threeDigits(size)}`;
}
