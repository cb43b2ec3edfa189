/**
 * The value axis. It depends on all values so far and on nothing else, so it can only widen as a run
 * grows, by whole steps; once, when the first epochs are in, it may close in on them.
 */
import { extentOf } from './series-extent.ts';
import type { Extended, Extent } from './series-extent.ts';
import { logAxis } from './series-log-axis.ts';
import { logTicks, niceStep, roundTo, ticksBetween } from './series-ticks.ts';
import type { ChartView, DomainRule } from './series-types.ts';
import { isWhole } from './series-window.ts';
import type { AxisWindow } from './series-window.ts';

export interface ValueAxis {
  readonly scale: 'linear' | 'log';
  /** Above 0 on a log axis. */
  readonly low: number;
  readonly high: number;
  /** Between the ticks of a linear axis; 0 on a log axis. */
  readonly step: number;
}

interface AxisOptions {
  readonly window: AxisWindow;
  readonly view: Pick<ChartView, 'scale' | 'showsSeeds'>;
  readonly maxTicks: number;
}

export function valueAxis(
  series: readonly Extended[],
  rule: DomainRule,
  { window, view, maxTicks }: AxisOptions,
): ValueAxis {
  const extent = extentOf(series, window, rule, view);
  if (view.scale === 'log') return logAxis(extent, rule);
  // Looking closer, one sees the values there: a floor far below them would take the room.
  const shown = isWhole(window) ? rule : { ...rule, floor: null, holdsZero: false };
  return roundOutwards(wanted(extent, shown), shown, maxTicks);
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

/** Lowest and highest value that the axis must show. */
function wanted(extent: Extent, rule: DomainRule): readonly [number, number] {
  const { low, high, start, isSettled } = extent;
  if (low > high || (rule.settled > 0 && !isSettled)) return rule.initial;
  const most = rule.cutOff * start;
  const within = (value: number) => Math.max(-most, Math.min(value, most));
  const zero = rule.holdsZero === true ? [0] : [];
  return [Math.min(within(low), ...zero), Math.max(within(high), ...zero)];
}

function roundOutwards(
  [wantedLow, wantedHigh]: readonly [number, number],
  rule: DomainRule,
  maxTicks: number,
): ValueAxis {
  let high = rule.ceiling ?? Math.max(wantedHigh, (rule.floor ?? wantedLow) + rule.smallestSpan);
  let low = rule.floor ?? Math.min(wantedLow, high - rule.smallestSpan);
  for (;;) {
    const step = niceStep(high - low, maxTicks);
    const top = rule.ceiling ?? roundTo(Math.ceil(high / step - 1e-9) * step, step);
    const bottom = rule.floor ?? roundTo(Math.floor(low / step + 1e-9) * step, step);
    // Rounding may have made room for a larger step; then round by that one.
    if (niceStep(top - bottom, maxTicks) === step)
      return { scale: 'linear', low: bottom, high: top, step };
    low = bottom;
    high = top;
  }
}
