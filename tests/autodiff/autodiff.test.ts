/**
 * The engine's hand-written backward pass against tfjs' automatic differentiation of the same loss: the
 * gradients are what one step of SGD moves every number by, divided by its rate.
 */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  STREAM,
  elementBits,
  extendKey,
  keepThreshold,
  makeKey,
  permutation,
  rowKey,
} from '../../src/base/random.ts';
import { ACTIVATION_IDS } from '../../src/engine/step/kernels.ts';
import type { ComputeBackend, FloatArray, Task } from '../../src/engine/step/kernels.ts';
import type { LaneState, ParameterState } from '../../src/engine/lanes/lane-state.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { changeStates, examplesOf, lanePlan, runData, statesOf } from '../lane-plan.ts';
import { BACKENDS, openBackend } from '../closed-forms/backends.ts';
import { normals } from '../closed-forms/random-designs.ts';
import { differentiate } from './differentiated-network.ts';
import type { LayerGradients } from './differentiated-network.ts';

const ROWS = 11;
const HIDDEN = [[7], [6, 5], [8, 4, 5]];
const SEED = 5;
/** Not a power of 2, so that rounding shows; the gradient is the difference divided by it. */
const RATE = 0.3;

const networks = ACTIVATION_IDS.flatMap((activation, i) =>
  HIDDEN.map((hidden, j) => {
    const number = 3 * i + j;
    const task: Task = number % 2 === 0 ? 'classification' : 'regression';
    return {
      ...{ activation, task },
      sizes: [6, ...hidden, task === 'regression' ? 1 : 3],
      batchNorm: number % 3 !== 0,
      rate: [0, 0.3, 0.6][number % 3] ?? 0,
      inputRate: number % 4 === 1 ? 0.25 : 0,
      l1: number % 5 === 1 ? 0.02 : 0,
      l2: number % 2 === 1 ? 0.05 : 0,
      labelSmoothing: task === 'classification' && number % 4 === 0 ? 0.2 : 0,
    };
  }),
);
type Network = (typeof networks)[number];

function describeNetwork({ sizes, activation, batchNorm, ...strengths }: Network): string {
  const { rate, inputRate, l1, l2, labelSmoothing } = strengths;
  const numbers = Object.entries({ rate, inputRate, l1, l2, labelSmoothing });
  const used = numbers.filter(([, value]) => value > 0).map((entry) => entry.join(' '));
  return [sizes.join('-'), activation, ...(batchNorm ? ['batch norm'] : []), ...used].join(', ');
}

describe.each(BACKENDS)('one step of SGD on %s', (name) => {
  let backend: ComputeBackend;
  beforeAll(async () => {
    backend = await openBackend(name);
    // What differentiates is always tfjs' own CPU backend.
    await tf.setBackend('cpu');
  });

  it.each(networks.map((network) => [describeNetwork(network), network] as const))(
    'moves along the gradient: %s',
    async (_, network) => {
      const { before, after, moved } = await stepOnce(backend, network);
      const expected = differentiate(lossOf(network), before);
      expect(moved).toHaveLength(expected.length);
      moved.forEach((layer, i) => {
        expectEqual(layer.weights, expected[i]?.weights);
        expectEqual(layer.bias, expected[i]?.bias);
        expectEqual(layer.gamma, expected[i]?.gamma);
        expectEqual(layer.beta, expected[i]?.beta);
        // A bias before batch norm stands still.
        if (!layer.bias) expect(after[i]?.bias.value).toEqual(before[i]?.bias.value);
      });
    },
  );
});

async function stepOnce(backend: ComputeBackend, network: Network) {
  const { sizes, activation, task, rate, inputRate, l1, l2, labelSmoothing } = network;
  const plan = lanePlan({
    ...{ sizes, activation, task, seed: SEED, learningRate: RATE, data: DATA[task] },
    regularizers: {
      dropout: { rate, inputRate },
      labelSmoothing: { epsilon: labelSmoothing },
      ...(l1 > 0 ? { l1: { lambda: l1, proximal: false } } : {}),
      ...(l2 > 0 ? { l2: { lambda: l2 } } : {}),
      ...(network.batchNorm ? { batchNorm: { momentum: 0.9 } } : {}),
    },
  });
  const run = new TrainingRun(backend, [plan]);
  await changeStates(run, backend, disturbed);
  const [before = []] = await statesOf(run);
  run.step();
  const [after = []] = await statesOf(run);
  run.dispose();
  return { before, after, moved: before.map((layer, i) => movedBy(layer, after[i])) };
}

const X = normals(ROWS, 6, 17);
const CLASSES = X.map((_, row) => (row * 7) % 3);
const VALUES = normals(ROWS, 1, 18).map(([value = NaN]) => value);
const DATA = {
  classification: runData(examplesOf(X, CLASSES)),
  regression: runData(examplesOf(X, VALUES)),
};

/** Biases, gammas and betas away from 0 and 1, where mistakes would hide. */
function disturbed(state: LaneState): LaneState {
  let draw = 0;
  const shake = (parameter: ParameterState): ParameterState => ({
    ...parameter,
    value: parameter.value.map((v) => v + (normals(1, 1, 100 + draw++)[0]?.[0] ?? NaN) / 4),
  });
  return state.map((layer) => ({
    weights: layer.weights,
    bias: shake(layer.bias),
    batchNorm: layer.batchNorm && {
      ...layer.batchNorm,
      gamma: shake(layer.batchNorm.gamma),
      beta: shake(layer.batchNorm.beta),
    },
  }));
}

function movedBy(before: LaneState[number], after: LaneState[number] | undefined): LayerGradients {
  const moved = (from: FloatArray, to: FloatArray | undefined) =>
    Array.from(from, (value, i) => (value - (to?.[i] ?? NaN)) / RATE);
  const [a, b] = [before.batchNorm, after?.batchNorm];
  return {
    weights: moved(before.weights.value, after?.weights.value),
    bias: a ? null : moved(before.bias.value, after?.bias.value),
    gamma: a && moved(a.gamma.value, b?.gamma.value),
    beta: a && moved(a.beta.value, b?.beta.value),
  };
}

/** The loss of the first step: its order of rows and its masks, as base/random.ts defines them. */
function lossOf(network: Network) {
  const { sizes, task, rate, inputRate } = network;
  const stream = (of: number, ...parts: number[]) => makeKey(SEED, of, 0, 0, ...parts);
  const order = [...permutation(ROWS, extendKey(stream(STREAM.batchOrder), 0))];
  const targets = task === 'regression' ? VALUES : CLASSES;
  const kept = maskOf(stream(STREAM.inputDropout, 0), 6, inputRate);
  return {
    ...network,
    network: lanePlan({
      ...{ sizes, task, activation: network.activation, learningRate: 0, data: DATA[task] },
      regularizers: network.batchNorm ? { batchNorm: { momentum: 0.9 } } : {},
    }).network,
    inputs: order.map((from, row) => (X[from] ?? []).map((x, i) => x * (kept[row]?.[i] ?? NaN))),
    targets: order.map((from) => targets[from] ?? NaN),
    masks: sizes
      .slice(1, -1)
      .map((units, layer) => maskOf(stream(STREAM.hiddenDropout, 0, layer), units, rate)),
  };
}

function maskOf(key: number, units: number, rate: number): number[][] {
  return Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: units }, (__, unit) =>
      elementBits(rowKey(key, row), unit) >>> 8 < keepThreshold(1 - rate) ? 1 / (1 - rate) : 0,
    ),
  );
}

/** tfjs computes in single precision. */
function expectEqual(
  own: readonly number[] | null,
  reference: readonly number[] | null | undefined,
): void {
  if (own === null || reference === null || reference === undefined) {
    expect(own).toBe(reference ?? null);
    return;
  }
  const size = Math.max(...reference.map(Math.abs));
  const worst = Math.max(...own.map((value, i) => Math.abs(value - (reference[i] ?? NaN))));
  expect(own).toHaveLength(reference.length);
  expect(size).toBeGreaterThan(1e-4);
  expect(worst).toBeLessThan(1e-5 * Math.max(1, size));
}
