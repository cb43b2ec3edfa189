/** The lowest and the highest value that an axis has to show: of all lines, bands and repeated runs. */
import type { LineView } from './chart-view.ts';
import type { DomainRule, Series } from './series-types.ts';
import { epochsWithin } from './series-window.ts';
import type { AxisWindow } from './series-window.ts';

export interface Extent {
  /** Infinity and −Infinity where there is no value. */
  readonly low: number;
  readonly high: number;
  /** Infinity where no value is above 0. */
  readonly lowestPositive: number;
  /** The largest value that is usual before training: nothing far above it is worth the room. */
  readonly start: number;
  /** The first epochs are in, and that of the untrained networks is not counted unless it is looked at. */
  readonly isSettled: boolean;
}

export type Extended = Pick<
  Series,
  'values' | 'spread' | 'columns' | 'dots' | 'pace' | 'isMain' | 'isReference' | 'upTo' | 'stopped'
>;

interface Counted extends Pick<LineView, 'showsSeeds'> {
  /** Only what comes after this place on the axis. */
  readonly after?: number;
}

export function extentOf(
  series: readonly Extended[],
  window: AxisWindow,
  { settled, initial, isOfValues = false }: Pick<DomainRule, 'settled' | 'initial' | 'isOfValues'>,
  { showsSeeds, after = -1 }: Counted,
): Extent {
  const epochs = series.reduce((most, one) => Math.max(most, one.values.length - 1), 0);
  const isSettled = settled > 0 && epochs >= settled;
  const extent = { low: Infinity, high: -Infinity, lowestPositive: Infinity };
  for (const one of series) {
    const [begin, last] = epochsWithin(one, window);
    const first = Math.max(begin, Math.floor(after / one.pace) + 1);
    const range = [isSettled && one.upTo !== 0 ? Math.max(1, first) : first, last] as const;
    widen(extent, one.values, range);
    if (one.isReference) continue;
    for (const dots of one.dots) for (const dot of dots) take(extent, dot);
    if (one.isMain && one.spread) widenByBand(extent, one.values, one.spread, range);
    if (showsSeeds) for (const column of one.columns) widen(extent, column, range);
  }
  return {
    ...extent,
    isSettled,
    start: Math.max(initial[1], ...(isOfValues ? [] : startValues(series))),
  };
}

interface Growing {
  low: number;
  high: number;
  lowestPositive: number;
}

function widen(extent: Growing, values: Float64Array, [first, last]: readonly [number, number]) {
  for (let epoch = first; epoch <= last; epoch++) take(extent, values[epoch] ?? NaN);
}

function widenByBand(
  extent: Growing,
  values: Float64Array,
  spread: Float64Array,
  [first, last]: readonly [number, number],
) {
  for (let epoch = first; epoch <= last; epoch++) {
    const [value, deviation] = [values[epoch] ?? NaN, spread[epoch] ?? NaN];
    take(extent, value - deviation);
    take(extent, value + deviation);
  }
}

function take(extent: Growing, value: number) {
  if (!Number.isFinite(value)) return;
  if (value < extent.low) extent.low = value;
  if (value > extent.high) extent.high = value;
  if (value > 0 && value < extent.lowestPositive) extent.lowestPositive = value;
}

function startValues(series: readonly Extended[]): number[] {
  return series.map(({ values }) => values[0] ?? NaN).filter(Number.isFinite);
}
