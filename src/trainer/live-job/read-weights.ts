/** Reads the weights of a run's networks as they stand; of a network that diverged there are none. */
import type { TrainingRun } from '../../engine/lanes/training-run.ts';
import type { LayerState } from '../../engine/lanes/lane-state.ts';
import type { NetworkPlan } from '../../engine/step/network.ts';
import type { LayerWeights, NetworkWeights } from '../../protocol/network-weights.ts';
import type { LoadedData } from '../load-data.ts';
import type { PlannedLane } from '../plan-lanes.ts';

interface Parts {
  readonly run: Pick<TrainingRun, 'lookInside'>;
  readonly lanes: readonly PlannedLane[];
  readonly loaded: Pick<LoadedData, 'splitOf'>;
}

export async function readWeights({ run, lanes, loaded }: Parts): Promise<NetworkWeights[]> {
  const insides = await run.lookInside(new Set(lanes.keys()));
  return lanes.flatMap(({ plan: { network }, spec }, lane): NetworkWeights[] => {
    const state = insides.get(lane)?.state;
    if (!state) return [];
    return [
      {
        ...{ lane, activation: network.activation },
        layers: state.map((layer, index) => layerOf(layer, index, network)),
        standardization: loaded.splitOf(spec).standardization,
      },
    ];
  });
}

function layerOf(
  { weights, bias, batchNorm }: LayerState,
  index: number,
  { sizes, batchNorm: rule }: NetworkPlan,
): LayerWeights {
  return {
    ...{ inputs: sizes[index] ?? 0, units: sizes[index + 1] ?? 0 },
    kernel: Float32Array.from(weights.value),
    bias: Float32Array.from(bias.value),
    batchNorm: batchNorm && {
      gain: Float32Array.from(batchNorm.gamma.value),
      shift: Float32Array.from(batchNorm.beta.value),
      movingMean: Float32Array.from(batchNorm.runningMean),
      movingVariance: Float32Array.from(batchNorm.runningVariance),
      epsilon: rule?.epsilon ?? 0,
    },
  };
}
