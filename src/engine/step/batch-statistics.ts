/** What batch norm normalised the batch of the last step with, off the device: for what is shown. */
import type { ComputeBackend, FloatArray } from './kernels.ts';
import type { BatchNormRule, DenseLayer } from './network.ts';

/** [unit] each */
export interface BatchStatistics {
  readonly mean: FloatArray;
  /** Biased, as it is normalised with. */
  readonly variance: FloatArray;
}

/**
 * Of each hidden layer; empty without batch norm, or where there was no step since the lane's arrays
 * were put on the device: they are no part of what its training depends on.
 */
export type LaneStatistics = readonly BatchStatistics[];

export async function readBatchStatistics(
  backend: ComputeBackend,
  layers: readonly DenseLayer[],
  lanes: number,
  rule: BatchNormRule | null,
): Promise<LaneStatistics[]> {
  const perLane: BatchStatistics[][] = Array.from({ length: lanes }, () => []);
  if (!rule) return perLane;
  for (const { batchNorm } of layers) {
    if (!batchNorm) continue;
    const means = await backend.read(batchNorm.batchMean);
    const inverses = await backend.read(batchNorm.batchInverseDeviation);
    // 1/√(variance + ε) is never 0 once it is computed.
    if (inverses[0] === 0) continue;
    perLane.forEach((statistics, lane) => {
      const part = (all: FloatArray) => {
        const size = all.length / lanes;
        return all.subarray(lane * size, (lane + 1) * size);
      };
      const variance = part(inverses).map((inverse) =>
        Math.max(0, 1 / (inverse * inverse) - rule.epsilon),
      );
      statistics.push({ mean: part(means).slice(), variance });
    });
  }
  return perLane;
}
