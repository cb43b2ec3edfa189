/** The plain pass against the kernels' own evaluation, on networks that have trained for some steps. */
import * as tf from '@tensorflow/tfjs';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { elementBits, makeKey, uniform24 } from '../../base/random.ts';
import { createCpuBackend } from '../../trainer/kernels/cpu/cpu-backend.ts';
import { EvaluationInputs } from '../measuring/evaluation-inputs.ts';
import { initialState } from './initial-state.ts';
import { ACTIVATION_IDS } from './kernels.ts';
import { LaneGroup } from '../lanes/lane-group.ts';
import type { NetworkPlan } from './network.ts';
import { optimizerRule } from './optimizer.ts';
import { plainForward } from './plain-forward.ts';
import { scaledRows } from './scaled-rows.ts';

const identity = { seed: 5, replicate: 0, fold: 0 };
const ROWS = 40;
const drawn = (count: number, stream: number) =>
  Float32Array.from({ length: count }, (_, i) => uniform24(elementBits(makeKey(1, stream), i)));
const examples = {
  count: ROWS,
  features: drawn(ROWS * 6, 1).map((value) => value * 255),
  featureScale: 1 / 255,
  targets: drawn(ROWS, 2).map((value) => Math.floor(value * 3)),
};
const all = Array.from({ length: ROWS }, (_, i) => i);

/** The kernels' outputs after three steps, and the arrays they came from. */
async function trained(plan: NetworkPlan) {
  const backend = createCpuBackend(tf.findBackend('cpu') as MathBackendCPU, 'float64');
  const start = initialState(plan, 'he', identity);
  const groupPlan = { network: plan, batchSize: 10, identity, training: examples };
  const group = new LaneGroup(backend, groupPlan, [start]);
  group.setLane(0, { learningRate: 0.05, slots: {} });
  for (let step = 0; step < 3; step++) group.step();
  const inputs = new EvaluationInputs(backend, [{ examples, rows: null }]);
  const [outputs] = await group.evaluate(inputs, () => Promise.resolve());
  const [state] = await group.readStates('answering');
  inputs.dispose();
  group.dispose();
  if (!outputs || !state) throw new Error('The group has one lane.');
  return { outputs, state };
}

const network = (activation: NetworkPlan['activation'], batchNorm: boolean): NetworkPlan => ({
  sizes: [6, 5, 4, 3],
  activation,
  task: 'classification',
  batchNorm: batchNorm ? { momentum: 0.9, epsilon: 1e-3 } : null,
  optimizer: optimizerRule('adam'),
});

describe('plain forward pass', () => {
  it.each(ACTIVATION_IDS)(
    'answers as the kernels do, %s, without and with batch norm',
    async (id) => {
      for (const batchNorm of [false, true]) {
        const plan = network(id, batchNorm);
        const { outputs, state } = await trained(plan);
        const pass = plainForward(plan, state, scaledRows(examples, all));
        expect(pass.outputs).toHaveLength(ROWS * 3);
        pass.outputs.forEach((value, i) => expect(value).toBeCloseTo(outputs[i] ?? NaN, 5));
        expect(pass.hidden.map(({ length }) => length)).toEqual([ROWS * 5, ROWS * 4]);
      }
    },
  );

  it('without a unit answers as a network whose weights from it are zero', async () => {
    const plan = network('tanh', false);
    const { state } = await trained(plan);
    const inputs = scaledRows(examples, all);
    const factors = Float64Array.of(1, 0, 1, 2, 1);
    const cut = state.map((layer, index) => {
      if (index !== 1) return layer;
      const value = layer.weights.value.map((w, i) => w * (factors[Math.floor(i / 4)] ?? NaN));
      return { ...layer, weights: { ...layer.weights, value } };
    });
    const removed = plainForward(plan, state, inputs, [factors]);
    const { outputs } = plainForward(plan, cut, inputs);
    removed.outputs.forEach((value, i) => expect(value).toBeCloseTo(outputs[i] ?? NaN, 12));
    expect(removed.outputs).not.toEqual(plainForward(plan, state, inputs).outputs);
  });
});
