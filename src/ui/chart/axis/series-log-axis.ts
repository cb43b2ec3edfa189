/**
 * A logarithmic value axis that loses no line: it ends at round values around what is above 0, and what is
 * not lies on its lower edge, a step below the smallest value that is.
 */
import type { ValueAxis } from './value-axis.ts';
import { extentOf } from '../data/series-extent.ts';
import type { Extended, Extent } from '../data/series-extent.ts';
import type { LineView } from '../data/chart-view.ts';
import type { DomainRule } from '../data/series-types.ts';
import { epochsWithin } from '../data/series-window.ts';
import type { AxisWindow } from '../data/series-window.ts';

/** From the smallest to the largest value; what is smaller than that lies on the edge too. */
const MOST_DECADES = 8;
/** A run that explodes: so many times what is usual before training. */
const CUT_OFF = 1e4;
/** From this range on the axis ends at powers of ten. */
const WIDE = 1000;

export function logAxis(extent: Extent, { initial, ceiling }: DomainRule): ValueAxis {
  const { lowestPositive, start } = extent;
  if (lowestPositive === Infinity) return { ...LOG, low: initial[1] / 100, high: initial[1] };
  const top = Math.min(extent.high, CUT_OFF * start, ceiling ?? Infinity);
  const highest = Math.max(top, lowestPositive);
  const lowest = Math.max(lowestPositive, highest / 10 ** MOST_DECADES);
  const isWide = highest / lowest >= WIDE;
  const high = roundUp(highest, isWide ? [1] : [1, 2, 5]);
  const low = roundDown(lowest, isWide ? [1] : [1, 2, 5]);
  const needsEdge = extent.low <= 0 || lowest > lowestPositive;
  const edge = needsEdge && low > lowest / 2 ? roundDown(low / 2, [1, 2, 5]) : low;
  return { ...LOG, high, low: high / edge < 2 ? roundDown(edge / 2, [1, 2, 5]) : edge };
}

const LOG = { scale: 'log', step: 0 } as const;

interface Shown {
  readonly window: AxisWindow;
  readonly view: Pick<LineView, 'showsSeeds'>;
}

/** The lines with a value on the lower edge of a log axis that does not belong there. */
export function linesOnEdge<Line extends Extended>(
  series: readonly Line[],
  rule: DomainRule,
  { window, view }: Shown,
): readonly Line[] {
  const { low } = logAxis(extentOf(series, window, rule, view), rule);
  return series.filter((one) => {
    const [first, last] = epochsWithin(one, window);
    for (let epoch = first; epoch <= last; epoch++)
      if ((one.values[epoch] ?? NaN) < low) return true;
    return false;
  });
}

/** The largest mantissa times a power of ten that is not above the value. */
function roundDown(value: number, mantissas: readonly number[]): number {
  const decade = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = mantissas.findLast((each) => Number(`${each}e${decade}`) <= value * (1 + 1e-9));
  return Number(`${mantissa ?? 1}e${decade}`);
}

/** The smallest one that is not below. */
function roundUp(value: number, mantissas: readonly number[]): number {
  const decade = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = mantissas.find((each) => Number(`${each}e${decade}`) >= value * (1 - 1e-9));
  return mantissa === undefined ? Number(`1e${decade + 1}`) : Number(`${mantissa}e${decade}`);
}
