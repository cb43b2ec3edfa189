/** What batch norm normalised the last step's batch with, beside the running statistics that inference uses. */
import type { FloatArray } from '../../engine/step/kernels.ts';
import { rowsOfStep } from '../../engine/step/step-masks.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import type { LayerStatistics, UnitStatistics } from '../../protocol/views.ts';
import type { ViewMaker } from './view-maker.ts';

/** Means and variances of batch and running statistics, in single precision. */
const BYTES_A_UNIT = 16;

export const batchStatisticsView: ViewMaker<'batchStatistics'> = {
  needsWeights: true,
  make: ({ plan, state, step, batchStatistics }) => {
    const normalised = state.flatMap(({ batchNorm }) => batchNorm ?? []);
    const mostUnits = Math.floor(MOST_VIEW_BYTES / BYTES_A_UNIT / Math.max(1, normalised.length));
    return {
      step,
      batchRows:
        step > 0
          ? rowsOfStep(plan.identity, plan.data.training.count, plan.batchSize, step - 1).length
          : 0,
      layers: normalised.map(({ runningMean, runningVariance }, layer): LayerStatistics => {
        const batch = batchStatistics[layer];
        return {
          units: runningMean.length,
          running: firstUnits(runningMean, runningVariance, mostUnits),
          batch: batch ? firstUnits(batch.mean, batch.variance, mostUnits) : null,
        };
      }),
    };
  },
};

function firstUnits(mean: FloatArray, variance: FloatArray, most: number): UnitStatistics {
  return {
    mean: Float32Array.from(mean.subarray(0, most)),
    variance: Float32Array.from(variance.subarray(0, most)),
  };
}
