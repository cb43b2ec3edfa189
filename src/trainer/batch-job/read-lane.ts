/** What is read once of a trained lane and of its rows: moments, variances, weights. */
import { mean } from '../../base/statistics/summary.ts';
import { momentsOf } from '../../closed-forms/linear-moments.ts';
import type { LinearMoments } from '../../closed-forms/linear-moments.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import type { LaneResult } from '../../figures/lane-result.ts';
import type { LanePlan } from '../../engine/lanes/lanes.ts';

/** Null: these are classes. */
export function momentsOfPlan({ network, data: { training } }: LanePlan): LinearMoments | null {
  if (network.task !== 'regression') return null;
  const width = training.features.length / training.count;
  const { featureScale } = training;
  const design = Array.from({ length: training.count }, (_, row) =>
    Array.from(
      training.features.subarray(row * width, (row + 1) * width),
      (feature) => feature * featureScale,
    ),
  );
  return momentsOf(design, training.targets);
}

export function varianceOf(targets: Float32Array): number {
  const middle = mean([...targets]);
  return mean(Array.from(targets, (target) => (target - middle) * (target - middle)));
}

export function weightsIn(network: LaneState): Float32Array[] {
  return network.map(({ weights }) => Float32Array.from(weights.value));
}

export function weightsOf(sizes: readonly number[]): number {
  return sizes.slice(1).reduce((sum, units, layer) => sum + units * (sizes[layer] ?? 0), 0);
}

/** A copy, since the rows go on being trained on. */
export function inputsOf({ data: { validation } }: LanePlan): LaneResult['validationInputs'] {
  return { features: validation.features.slice(), featureScale: validation.featureScale };
}
