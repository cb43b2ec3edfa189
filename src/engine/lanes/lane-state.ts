/**
 * Everything that a lane's training depends on, as plain arrays: for checkpoints, for taking a lane out
 * of a group, for weights on screen. Kernels are [in, out], row by row.
 */
import type { ComputeBackend, FloatArray, Parameter, Tensor } from '../step/kernels.ts';
import type { BatchNormArrays, DenseLayer } from '../step/network.ts';

export interface ParameterState {
  readonly value: FloatArray;
  readonly first: FloatArray | null;
  readonly second: FloatArray | null;
}

export interface LayerState {
  readonly weights: ParameterState;
  readonly bias: ParameterState;
  readonly batchNorm: {
    readonly gamma: ParameterState;
    readonly beta: ParameterState;
    readonly runningMean: FloatArray;
    readonly runningVariance: FloatArray;
  } | null;
}

/** The arrays of one lane; the optimiser's step count is the group's (lane-group.ts). */
export type LaneState = readonly LayerState[];

/** Which arrays to read: what a network needs to answer, or the optimiser's moments too. */
export type StatePart = 'answering' | 'all';

/** Reads all lanes of a group. Moments that were not asked for are null. */
export async function readLaneStates(
  backend: ComputeBackend,
  layers: readonly DenseLayer[],
  lanes: number,
  part: StatePart = 'all',
): Promise<LaneState[]> {
  const stacked: LayerState[] = [];
  for (const layer of layers)
    stacked.push({
      weights: await readParameter(backend, layer.weights, part),
      bias: await readParameter(backend, layer.bias, part),
      batchNorm: layer.batchNorm ? await readBatchNorm(backend, layer.batchNorm, part) : null,
    });
  return Array.from({ length: lanes }, (_, lane) =>
    stacked.map((layer) => sliceLayer(layer, lane, lanes)),
  );
}

async function readParameter(
  backend: ComputeBackend,
  { value, first, second }: Parameter,
  part: StatePart,
): Promise<ParameterState> {
  const moment = (tensor: Tensor | null) =>
    tensor && part === 'all' ? backend.read(tensor) : Promise.resolve(null);
  return {
    value: await backend.read(value),
    first: await moment(first),
    second: await moment(second),
  };
}

async function readBatchNorm(
  backend: ComputeBackend,
  arrays: BatchNormArrays,
  part: StatePart,
): Promise<LayerState['batchNorm']> {
  return {
    gamma: await readParameter(backend, arrays.gamma, part),
    beta: await readParameter(backend, arrays.beta, part),
    runningMean: await backend.read(arrays.runningMean),
    runningVariance: await backend.read(arrays.runningVariance),
  };
}

function sliceLayer(layer: LayerState, lane: number, lanes: number): LayerState {
  const part = (all: FloatArray) => {
    const size = all.length / lanes;
    return all.slice(lane * size, (lane + 1) * size);
  };
  const parameter = (state: ParameterState): ParameterState => ({
    value: part(state.value),
    first: state.first && part(state.first),
    second: state.second && part(state.second),
  });
  return {
    weights: parameter(layer.weights),
    bias: parameter(layer.bias),
    batchNorm: layer.batchNorm && {
      gamma: parameter(layer.batchNorm.gamma),
      beta: parameter(layer.batchNorm.beta),
      runningMean: part(layer.batchNorm.runningMean),
      runningVariance: part(layer.batchNorm.runningVariance),
    },
  };
}

/** Writes the states of all lanes of a group, in their order. */
export function writeLaneStates(
  backend: ComputeBackend,
  layers: readonly DenseLayer[],
  states: readonly LaneState[],
): void {
  const write = (tensor: Tensor | null, pick: (state: LaneState) => FloatArray | null) => {
    if (!tensor) return;
    backend.write(tensor, (all) => {
      const size = all.length / states.length;
      states.forEach((state, lane) => {
        const part = pick(state);
        if (part) all.set(part, lane * size);
      });
    });
  };
  const writeParameter = (
    parameter: Parameter,
    pick: (state: LaneState) => ParameterState | undefined,
  ) => {
    write(parameter.value, (state) => pick(state)?.value ?? null);
    write(parameter.first, (state) => pick(state)?.first ?? null);
    write(parameter.second, (state) => pick(state)?.second ?? null);
  };
  layers.forEach((layer, i) => {
    writeParameter(layer.weights, (state) => state[i]?.weights);
    writeParameter(layer.bias, (state) => state[i]?.bias);
    const arrays = layer.batchNorm;
    if (!arrays) return;
    writeParameter(arrays.gamma, (state) => state[i]?.batchNorm?.gamma);
    writeParameter(arrays.beta, (state) => state[i]?.batchNorm?.beta);
    write(arrays.runningMean, (state) => state[i]?.batchNorm?.runningMean ?? null);
    write(arrays.runningVariance, (state) => state[i]?.batchNorm?.runningVariance ?? null);
  });
}
