/** Where a value axis does not begin at 0, differences look larger than they are: the chart says so. */
import type { ValueAxis } from './value-axis.ts';
import type { Measure } from '../data/series-types.ts';

/** "axis from 60 %"; null: it begins at 0, or below, or has no 0. */
export function cutText(
  { scale, low, step }: ValueAxis,
  formatTick: Measure['formatTick'],
): string | null {
  return scale === 'linear' && low > 0 ? `axis from ${formatTick(low, step)}` : null;
}
