/** Batch norm by its own formulas (Ioffe & Szegedy 2015): batch figures, running figures, scale. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeBackend, FloatArray } from '../../src/engine/step/kernels.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { batchNorm } from '../../src/regularizers/batch-norm.ts';
import { changeStates, examplesOf, lanePlan, runData, statesOf } from '../lane-plan.ts';
import { BACKENDS, openBackend } from './backends.ts';
import { normals } from './random-designs.ts';
import { Watch } from './watched-backend.ts';

const EPSILON = 1e-3;
const ROWS = 50;
const UNITS = 7;

describe.each(BACKENDS)('%s', (name) => {
  let backend: ComputeBackend;
  let tolerance: number;
  beforeAll(async () => {
    backend = await openBackend(name);
    tolerance = backend.name === 'wasm' ? 1e-5 : 1e-12;
  });

  /** A linear hidden layer with batch norm, on the same rows in every step, whose weights stand still. */
  async function start({ momentum = 0.9, scale = 1 } = {}) {
    const watch = new Watch(backend);
    const x = normals(ROWS, 5, 8).map((row) => row.map((value) => value + 0.5));
    const data = runData(examplesOf(x, new Array<number>(ROWS).fill(1)));
    const wish = { sizes: [5, UNITS, 1], activation: 'linear', learningRate: 0 } as const;
    const regularizers = { batchNorm: { momentum } };
    const run = new TrainingRun(watch.backend, [lanePlan({ ...wish, data, regularizers })]);
    await changeStates(run, watch.backend, (state) => scaledFirstKernel(state, scale));
    /** The layer's values before and after batch norm in the last step, [unit][row]. */
    const layer = async () => {
      const { input, output } = watch.call('batchNormForward');
      const [before, after] = [await watch.read(input), await watch.read(output)];
      return { before: byUnit(before), after: byUnit(after) };
    };
    return { run, layer };
  }

  it('makes mean 0 and variance v/(v + ε) of every unit in training', async () => {
    const { run, layer } = await start();
    run.step();
    const { before, after } = await layer();
    after.forEach((values, unit) => {
      const { variance } = momentsOf(before[unit] ?? []);
      expect(variance).toBeGreaterThan(0.01);
      const out = momentsOf(values);
      expect(Math.abs(out.mean)).toBeLessThan(tolerance);
      expect(Math.abs(out.variance - variance / (variance + EPSILON))).toBeLessThan(tolerance);
    });
    run.dispose();
  });

  it.each([0.9, 0.5, 0.99])(
    'has run to (1 − mᵗ)μ after t equal batches, m = %f',
    async (momentum) => {
      const { run, layer } = await start({ momentum });
      for (let t = 1; t <= 30; t++) {
        run.step();
        if (![1, 5, 30].includes(t)) continue;
        const { before } = await layer();
        const [state] = await statesOf(run);
        const statistics = state?.[0]?.batchNorm;
        const left = momentum ** t;
        before.forEach((values, unit) => {
          const { mean, variance } = momentsOf(values);
          const expected = [(1 - left) * mean, left + (1 - left) * variance];
          const own = [statistics?.runningMean[unit], statistics?.runningVariance[unit]];
          expected.forEach((value, i) => {
            expect(Math.abs((own[i] ?? NaN) - value)).toBeLessThan(
              tolerance * (1 + Math.abs(value)),
            );
          });
        });
      }
      run.dispose();
    },
  );

  it('answers with the running figures outside training, whatever the batch', async () => {
    const { run, layer } = await start({ momentum: 0.5 });
    for (let t = 0; t < 60; t++) run.step();
    // After so many equal batches they are the batch's own: a loss in training mode is one at rest.
    const { before } = await layer();
    const [state] = await statesOf(run);
    const answers = answersOf(before, [...(state?.[1]?.weights.value ?? [])]);
    const loss = answers.reduce((sum, answer) => sum + (answer - 1) ** 2, 0) / ROWS;
    const figures = (await run.measure()).get(0);
    expect(Math.abs((figures?.trainingLoss ?? NaN) - loss)).toBeLessThan(20 * tolerance);
    run.dispose();
  });

  it.each([0.5, 3, 40])('hides a kernel made %f times larger, up to ε', async (scale) => {
    const [one, other] = [await start(), await start({ scale })];
    one.run.step();
    other.run.step();
    const [{ before, after }, { after: scaled }] = [await one.layer(), await other.layer()];
    after.forEach((values, unit) => {
      const { variance } = momentsOf(before[unit] ?? []);
      const ratio = Math.sqrt((variance + EPSILON) / (variance + EPSILON / scale ** 2));
      expect(Math.abs(ratio - 1)).toBeLessThan(EPSILON / variance / Math.min(1, scale ** 2));
      values.forEach((value, row) => {
        expect(Math.abs((scaled[unit]?.[row] ?? NaN) - ratio * value)).toBeLessThan(10 * tolerance);
      });
    });
    one.run.dispose();
    other.run.dispose();
  });
});

it('starts with a momentum of 0.9, since 0.99 leaves 37 % of the initial values after 100 steps', () => {
  expect(batchNorm.schema.momentum.initial).toBe(0.9);
  expect(batchNorm.structure?.({ momentum: 0.9 })).toEqual({
    batchNorm: { momentum: 0.9, epsilon: EPSILON },
  });
});

function scaledFirstKernel(state: LaneState, scale: number): LaneState {
  return state.map((layer, i) => {
    const { weights } = layer;
    const value = weights.value.map((w) => (i === 0 ? scale * w : w));
    return { ...layer, weights: { ...weights, value } };
  });
}

function byUnit(values: FloatArray): number[][] {
  return Array.from({ length: UNITS }, (_, unit) =>
    Array.from({ length: ROWS }, (__, row) => values[row * UNITS + unit] ?? NaN),
  );
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / values.length };
}

/** The network's answers from its normalised hidden units, γ = 1, β = 0, no bias: one a row. */
function answersOf(before: readonly number[][], weights: readonly number[]): number[] {
  const answers = new Array<number>(ROWS).fill(0);
  before.forEach((values, unit) => {
    const { mean, variance } = momentsOf(values);
    values.forEach((value, row) => {
      const normal = (value - mean) / Math.sqrt(variance + EPSILON);
      answers[row] = (answers[row] ?? NaN) + normal * (weights[unit] ?? NaN);
    });
  });
  return answers;
}
