/** The range that plots of one layer share, in all arms and for batch and running statistics alike. */
import type { LayerStatistics, UnitStatistics } from '../../../../protocol/views.ts';

export interface PlotRange {
  readonly from: number;
  readonly to: number;
}

export function rangeOf(
  layers: readonly LayerStatistics[],
  pick: (statistics: UnitStatistics) => Float32Array,
): PlotRange {
  let [from, to] = [Infinity, -Infinity];
  for (const { running, batch } of layers)
    for (const statistics of batch ? [running, batch] : [running])
      for (const value of pick(statistics)) {
        from = Math.min(from, value);
        to = Math.max(to, value);
      }
  return from < to ? { from, to } : { from: from - 1, to: from + 1 };
}

export function deviations({ variance }: UnitStatistics): Float32Array {
  return variance.map(Math.sqrt);
}
