/** The state of a lane before its first step. */
import { STREAM, makeKey } from '../../base/random.ts';
import { fillInitialWeights } from './initial-weights.ts';
import type { InitializationId } from './initial-weights.ts';
import type { OptimizerId } from './kernels.ts';
import type { LaneState, ParameterState } from '../lanes/lane-state.ts';
import { layerShapes } from './network.ts';
import type { NetworkPlan } from './network.ts';
import { hasFirstMoment, hasSecondMoment } from './optimizer.ts';

/** Names the random choices of a lane; arms of one replicate and fold share it. */
export interface LaneIdentity {
  readonly seed: number;
  readonly replicate: number;
  readonly fold: number;
}

export function initialState(
  plan: NetworkPlan,
  initialization: InitializationId,
  { seed, replicate, fold }: LaneIdentity,
): LaneState {
  const optimizer = plan.optimizer.id;
  return layerShapes(plan).map(({ inputs, units, hidden }, layer) => {
    const weights = new Float32Array(inputs * units);
    const key = makeKey(seed, STREAM.initialWeights, replicate, fold, layer);
    fillInitialWeights(weights, 0, inputs, units, initialization, key);
    return {
      weights: withMoments(weights, optimizer),
      bias: withMoments(new Float32Array(units), optimizer),
      batchNorm:
        hidden && plan.batchNorm
          ? {
              gamma: withMoments(new Float32Array(units).fill(1), optimizer),
              beta: withMoments(new Float32Array(units), optimizer),
              runningMean: new Float32Array(units),
              runningVariance: new Float32Array(units).fill(1),
            }
          : null,
    };
  });
}

function withMoments(value: Float32Array, optimizer: OptimizerId): ParameterState {
  return {
    value,
    first: hasFirstMoment(optimizer) ? new Float32Array(value.length) : null,
    second: hasSecondMoment(optimizer) ? new Float32Array(value.length) : null,
  };
}
