/**
 * The value axis. It depends on all values so far and on nothing else, so it can only widen as a run
 * grows, by whole steps; once, when the first epochs are in, it may close in on them.
 */
import { niceStep, roundTo } from './series-ticks.ts';
import type { DomainRule, Series } from './series-types.ts';

export interface ValueAxis {
  readonly low: number;
  readonly high: number;
  /** Between ticks. */
  readonly step: number;
}

type Values = Pick<Series, 'values'>;

export function valueAxis(
  series: readonly Values[],
  rule: DomainRule,
  maxTicks: number,
): ValueAxis {
  return roundOutwards(extent(series, rule), rule, maxTicks);
}

/** Lowest and highest value that the axis must show. */
function extent(series: readonly Values[], rule: DomainRule): readonly [number, number] {
  const epochs = series.reduce((most, one) => Math.max(most, one.values.length - 1), 0);
  const settled = rule.settled > 0 && epochs >= rule.settled;
  const cutOff = rule.cutOff * startValue(series);
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of series) {
    for (let epoch = settled ? 1 : 0; epoch < values.length; epoch++) {
      const value = values[epoch] ?? NaN;
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, Math.min(value, cutOff));
    }
  }
  if (low > high) return rule.initial;
  if (rule.settled > 0 && !settled) return rule.initial;
  return [low, high];
}

/** The largest value before training; Infinity if there is none. */
function startValue(series: readonly Values[]): number {
  const starts = series.map(({ values }) => values[0] ?? NaN).filter(Number.isFinite);
  return starts.length === 0 ? Infinity : Math.max(...starts);
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
    if (niceStep(top - bottom, maxTicks) === step) return { low: bottom, high: top, step };
    low = bottom;
    high = top;
  }
}
