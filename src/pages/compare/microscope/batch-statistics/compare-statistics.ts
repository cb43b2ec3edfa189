/** How far the statistics of a batch are from the running ones. */
import { median } from '../../../../base/statistics/summary.ts';
import type { LayerStatistics } from '../../../../protocol/views.ts';

export interface Comparison {
  /** Units compared. */
  readonly units: number;
  /** |batch mean − running mean| in running standard deviations: the median over the units, and the largest. */
  readonly meanDistance: number;
  readonly furthestMean: number;
  /** |batch variance / running variance − 1|: the median over the units, and the largest. */
  readonly varianceDifference: number;
  readonly furthestVariance: number;
}

/** Null where no batch is known. Units that answer the same to everything have nothing to be measured in. */
export function compareStatistics(layers: readonly LayerStatistics[]): Comparison | null {
  const means: number[] = [];
  const variances: number[] = [];
  for (const { running, batch } of layers)
    running.variance.forEach((variance, unit) => {
      if (!batch || !(variance > 0)) return;
      const distance = (batch.mean[unit] ?? NaN) - (running.mean[unit] ?? NaN);
      means.push(Math.abs(distance) / Math.sqrt(variance));
      variances.push(Math.abs((batch.variance[unit] ?? NaN) / variance - 1));
    });
  if (means.length === 0) return null;
  return {
    units: means.length,
    meanDistance: median(means),
    furthestMean: Math.max(...means),
    varianceDifference: median(variances),
    furthestVariance: Math.max(...variances),
  };
}
