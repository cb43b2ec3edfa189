/**
 * The value axis. It depends on all values so far and on nothing else, so it can only widen as a run
 * grows, by whole steps; once, when the first epochs are in, it may close in on them, and on the other
 * lines when one has diverged.
 */
import type { ValueAxis } from './value-axis.ts';
import { extentOf } from '../data/series-extent.ts';
import type { Extended, Extent } from '../data/series-extent.ts';
import { logAxis } from './series-log-axis.ts';
import { logTicks, niceStep, roundTo, ticksBetween } from './series-ticks.ts';
import type { LineView } from '../data/chart-view.ts';
import type { DomainRule } from '../data/series-types.ts';
import { isWhole } from '../data/series-window.ts';
import type { AxisWindow } from '../data/series-window.ts';

interface AxisOptions {
  readonly window: AxisWindow;
  readonly view: Pick<LineView, 'scale' | 'showsSeeds'>;
  readonly maxTicks: number;
}

export function valueAxis(
  series: readonly Extended[],
  rule: DomainRule,
  { window, view, maxTicks }: AxisOptions,
): ValueAxis {
  if (view.scale === 'log') return logAxis(extentOf(series, window, rule, view), rule);
  // Looking closer, one sees the values there: a floor far below them would take the room.
  const shown = isWhole(window) ? rule : { ...rule, floor: null, holdsZero: false };
  return roundOutwards(linearRange(series, shown, { window, view }), shown, maxTicks);
}

/**
 * In a long run the first epochs, in which untrained networks come down from anywhere, are a strip too
 * narrow to read anything in. It is part of the axis only as long as the axis need not be more than
 * `MOST_STRETCH` times as long for it: else it would press all that was learnt to the edge.
 */
const START_SHARE = 0.01;
const MOST_STRETCH = 2;

/** Where the start of a run ends on the axis; epoch 0 is always part of it. */
export function startEnd({ to }: AxisWindow): number {
  return START_SHARE * to;
}

/** Lowest and highest value that a linear axis must show. */
function linearRange(
  series: readonly Extended[],
  rule: DomainRule,
  { window, view }: Pick<AxisOptions, 'window' | 'view'>,
): Range {
  // A line that diverges may leave the picture: that shows what it does.
  const calm = series.filter(({ stopped }) => stopped !== 'diverged');
  const counted = calm.length > 0 ? calm : series;
  const whole = wanted(extentOf(counted, window, rule, view), rule);
  const after = startEnd(window);
  const isLookedAt =
    window.from > 0 || counted.some(({ upTo, pace }) => isAtStart(upTo, pace, after));
  if (isLookedAt || rule.settled > 0 || rule.isOfValues === true) return whole;
  const trained = extentOf(counted, window, rule, { ...view, after });
  if (trained.low > trained.high) return whole;
  const needed = wanted(trained, rule);
  return span(whole, rule) > MOST_STRETCH * span(needed, rule) ? needed : whole;
}

type Range = readonly [low: number, high: number];

function isAtStart(epoch: number | null, pace: number, end: number): boolean {
  return epoch !== null && epoch * pace <= end;
}

function span([low, high]: Range, { floor, smallestSpan }: DomainRule): number {
  return Math.max(high - (floor ?? low), smallestSpan);
}

/** What is drawn on the axis besides its lines. */
export function axisTicks(
  { scale, low, high, step }: ValueAxis,
  maxTicks: number,
): readonly number[] {
  return scale === 'log' ? logTicks(low, high, maxTicks) : ticksBetween(low, high, step);
}

/** Where a value lies between the ends of the axis: 0 at its low, 1 at its high one, beyond them too. */
export function axisShare({ scale, low, high }: ValueAxis, value: number): number {
  if (scale === 'linear') return (value - low) / (high - low);
  // Zeros and what is below would be infinitely far down: they lie on the edge, and the chart says so.
  return Math.log(Math.max(value, low) / low) / Math.log(high / low);
}

/** Lowest and highest value that the axis must show for this extent. */
function wanted(extent: Extent, rule: DomainRule): Range {
  const { low, high, start, isSettled } = extent;
  if (low > high || (rule.settled > 0 && !isSettled)) return rule.initial;
  const most = rule.cutOff * start;
  const within = (value: number) => Math.max(-most, Math.min(value, most));
  const zero = rule.holdsZero === true ? [0] : [];
  return [Math.min(within(low), ...zero), Math.max(within(high), ...zero)];
}

/** On both sides of 0 few ticks may double the axis, for a value a little below 0: it then ends where values do. */
function unlessTooLong(rounded: ValueAxis, [low, high]: Range, maxTicks: number): ValueAxis {
  const isAcross = low < 0 && high > 0;
  if (!isAcross || rounded.high - rounded.low <= MOST_ROUNDING * (high - low)) return rounded;
  return { scale: 'linear', low, high, step: niceStep(high - low, maxTicks) };
}

const MOST_ROUNDING = 1.6;

function roundOutwards(wantedRange: Range, rule: DomainRule, maxTicks: number): ValueAxis {
  const [wantedLow, wantedHigh] = wantedRange;
  let high = rule.ceiling ?? Math.max(wantedHigh, (rule.floor ?? wantedLow) + rule.smallestSpan);
  let low = rule.floor ?? Math.min(wantedLow, high - rule.smallestSpan);
  for (;;) {
    const step = niceStep(high - low, maxTicks);
    const top = rule.ceiling ?? roundTo(Math.ceil(high / step - 1e-9) * step, step);
    const bottom = rule.floor ?? roundTo(Math.floor(low / step + 1e-9) * step, step);
    // Rounding may have made room for a larger step; then round by that one.
    if (niceStep(top - bottom, maxTicks) === step) {
      const rounded: ValueAxis = { scale: 'linear', low: bottom, high: top, step };
      return rule.isOfValues === true ? unlessTooLong(rounded, wantedRange, maxTicks) : rounded;
    }
    low = bottom;
    high = top;
  }
}
