/** The gradient that the microscope shows, against tfjs' automatic differentiation of the plain loss. */
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { permutation } from '../../src/base/random.ts';
import { initialState } from '../../src/engine/step/initial-state.ts';
import { ACTIVATION_IDS } from '../../src/engine/step/kernels.ts';
import type { FloatArray, Task } from '../../src/engine/step/kernels.ts';
import { lossGradient } from '../../src/trainer/loss-gradient.ts';
import { normals } from '../closed-forms/random-designs.ts';
import { examplesOf, lanePlan, runData } from '../lane-plan.ts';
import { differentiate } from './differentiated-network.ts';

const X = normals(40, 6, 17);
/** Some of them, in an order of their own. */
const ROWS = permutation(40, 7).slice(0, 15);

const networks = ACTIVATION_IDS.flatMap((activation) =>
  [true, false].map((batchNorm, i) => {
    const task: Task = (activation.length + i) % 2 === 0 ? 'classification' : 'regression';
    return { activation, batchNorm, task };
  }),
);

describe('the gradient of the loss', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it.each(networks)('is that of the plain loss: %o', ({ activation, batchNorm, task }) => {
    const targets = X.map((_, row) => (task === 'regression' ? Math.cos(row) : (row * 7) % 3));
    const data = runData(examplesOf(X, targets));
    const { network, identity } = lanePlan({
      ...{ activation, task, data, learningRate: 0.1 },
      sizes: [6, 7, 5, task === 'regression' ? 1 : 3],
      regularizers: {
        // None of these is in it.
        ...{ dropout: { rate: 0.5, inputRate: 0.5 }, labelSmoothing: { epsilon: 0.2 } },
        ...(batchNorm ? { batchNorm: { momentum: 0.9 } } : {}),
      },
    });
    const state = initialState(network, 'he', identity).map((layer) => ({
      ...layer,
      // As Adam leaves them.
      weights: { ...layer.weights, first: ones(layer.weights.value) },
    }));
    const gradient = lossGradient(network, state, data.training, ROWS);
    const expected = differentiate(
      {
        network,
        inputs: [...ROWS].map((row) => X[row] ?? []),
        targets: [...ROWS].map((row) => targets[row] ?? NaN),
        masks: [7, 5].map((units) => [...ROWS].map(() => Array<number>(units).fill(1))),
        ...{ labelSmoothing: 0, l1: 0, l2: 0 },
      },
      state,
    );
    expect(gradient).toHaveLength(3);
    gradient.forEach((all, layer) => {
      const reference = expected[layer]?.weights ?? [];
      const size = Math.max(...reference.map(Math.abs));
      const worst = Math.max(...reference.map((value, i) => Math.abs(value - (all[i] ?? NaN))));
      expect(all).toHaveLength(reference.length);
      expect(size).toBeGreaterThan(1e-4);
      expect(worst).toBeLessThan(1e-5 * Math.max(1, size));
    });
  });
});

function ones(like: FloatArray): FloatArray {
  return new Float32Array(like.length).fill(1);
}
