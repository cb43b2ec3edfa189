/**
 * What a step of each kind does, in formulas: stopping early as a spectral filter, the pull of L2 and of
 * weight decay where the data do not pull, and the limit of max-norm.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeBackend, OptimizerId } from '../../src/engine/step/kernels.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import { changeStates, examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';
import type { LaneWish } from '../lane-plan.ts';
import { BACKENDS, openBackend, toleranceOf } from './backends.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { dot, gram, product, transpose } from '../../src/closed-forms/matrix.ts';
import { eigen } from './eigen.ts';
import { correlatedDesign, normals, responses, withOnes } from './random-designs.ts';

describe.each(BACKENDS)('%s', (name) => {
  let backend: ComputeBackend;
  let tolerance: number;
  beforeAll(async () => {
    backend = await openBackend(name);
    tolerance = toleranceOf(backend);
  });

  it('gradient descent from 0 is at V[1 − (1 − ηΛ)ᵗ]Vᵀw* after t steps', async () => {
    // Goodfellow, Bengio & Courville (2016), ch. 7.8; the intercept is one more weight.
    const design = correlatedDesign(30, 5, 11);
    const y = responses(design, [1, -2, 0.5, 0, 1], { intercept: 0.3 });
    const x = withOnes(design);
    const hessian = gram(x).map((row) => row.map((value) => (2 * value) / y.length));
    const { values, vectors } = eigen(hessian);
    const { intercept, weights } = ridge(design, y, 0);
    const optimum = product(vectors, [intercept, ...weights]);
    const learningRate = 0.1;
    const run = await startAtZero({
      data: runData(examplesOf(design, y)),
      sizes: [5, 1],
      learningRate,
    });
    for (const [from, to] of [
      [0, 1],
      [1, 10],
      [10, 100],
      [100, 500],
    ] as const) {
      for (let step = from; step < to; step++) run.step();
      const filtered = optimum.map(
        (w, i) => w * (1 - (1 - learningRate * (values[i] ?? NaN)) ** to),
      );
      const expected = product(transpose(vectors), filtered);
      const { bias, weights: reached } = layerOf((await statesOf(run))[0]);
      [...bias, ...reached].forEach((value, i) => {
        expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(tolerance);
      });
    }
    run.dispose();
  });

  async function startAtZero(wish: LaneWish): Promise<TrainingRun> {
    const run = new TrainingRun(backend, [lanePlan(wish)]);
    await changeStates(run, backend, (state) => scaledWeights(state, 0));
    return run;
  }

  it('SGD with L2 shrinks every weight by 1 − 2ηλ where the data do not pull', async () => {
    const [before, after] = await withoutData('sgd', { l2: { lambda: 0.3 } }, { steps: 7 });
    expectScaled(after, before, (1 - 2 * 0.05 * 0.3) ** 7);
  });

  it('weight decay 2λ does the same with SGD, and shrinks by 1 − ηλ with Adam', async () => {
    const decay = { weightDecay: { lambda: 0.6 } };
    for (const optimizer of ['sgd', 'adam'] as const) {
      const [before, after] = await withoutData(optimizer, decay, { steps: 7 });
      expectScaled(after, before, (1 - 0.05 * 0.6) ** 7);
    }
  });

  it.each([0.001, 0.1, 10])(
    'the first step of Adam with L2 is η·sign(w), λ = %f',
    async (lambda) => {
      const [before, after] = await withoutData('adam', { l2: { lambda } }, { steps: 1 });
      before.forEach((w, i) => {
        // ε = 1e-7 beside the gradient 2λw.
        const step = (0.05 * 2 * lambda * w) / (2 * lambda * Math.abs(w) + 1e-7);
        expect(Math.abs((after[i] ?? NaN) - (w - step))).toBeLessThan(tolerance);
        if (Math.abs(w) * lambda > 1e-5) expect(Math.abs(step)).toBeCloseTo(0.05, 3);
      });
    },
  );

  /** Weights of all layers before and after, where inputs and targets are 0, so gradients are too. */
  async function withoutData(
    optimizer: OptimizerId,
    regularizers: RegularizerSettings,
    { steps }: { steps: number },
  ): Promise<[number[], number[]]> {
    const rows = examplesOf(
      normals(8, 6, 1).map((row) => row.map(() => 0)),
      new Array<number>(8).fill(0),
    );
    const wish = { data: runData(rows), sizes: [6, 5, 1], learningRate: 0.05 };
    const run = new TrainingRun(backend, [lanePlan({ ...wish, optimizer, regularizers })]);
    const weights = async () => (await statesOf(run)).flatMap(allWeights);
    const before = await weights();
    for (let step = 0; step < steps; step++) run.step();
    const after = await weights();
    run.dispose();
    return [before, after];
  }

  function expectScaled(after: number[], before: number[], factor: number): void {
    expect(after).toHaveLength(before.length);
    after.forEach((w, i) => {
      expect(Math.abs(w - factor * (before[i] ?? NaN))).toBeLessThan(tolerance);
    });
  }

  it('max-norm leaves no column longer than c, and columns within it alone', async () => {
    const limit = 0.8;
    const design = normals(24, 6, 5);
    const targets = design.map((_, row) => row % 3);
    const wish: LaneWish = {
      ...{ data: runData(examplesOf(design, targets)), sizes: [6, 9, 3], batchSize: 8 },
      ...{ task: 'classification', optimizer: 'sgd', learningRate: 0.5 },
    };
    const arms: RegularizerSettings[] = [{}, { maxNorm: { limit } }];
    const plans = arms.map((regularizers) => lanePlan({ ...wish, regularizers }));
    const run = new TrainingRun(backend, plans);
    run.step();
    const [free, limited] = await statesOf(run);
    // The first step starts from equal weights, so the columns differ by the limit alone.
    const pairs = columnsOf(free, wish.sizes).map(
      (column, i) => [column, columnsOf(limited, wish.sizes)[i] ?? []] as const,
    );
    expect(pairs.some(([column]) => norm(column) > limit)).toBe(true);
    expect(pairs.some(([column]) => norm(column) < limit)).toBe(true);
    for (const [column, other] of pairs)
      column.forEach((w, i) => {
        const expected = w * Math.min(1, limit / norm(column));
        expect(Math.abs((other[i] ?? NaN) - expected)).toBeLessThan(tolerance);
      });
    for (let step = 0; step < 60; step++) {
      run.step();
      for (const column of columnsOf((await statesOf(run))[1], wish.sizes))
        expect(norm(column)).toBeLessThanOrEqual(limit * (1 + tolerance));
    }
    run.dispose();
  });
});

const norm = (column: readonly number[]) => Math.sqrt(dot(column, column));

function allWeights(state: LaneState): number[] {
  return state.flatMap(({ weights }) => [...weights.value]);
}

/** Incoming weights of every unit, layer by layer. */
function columnsOf(state: LaneState | undefined, sizes: readonly number[]): number[][] {
  return (state ?? []).flatMap(({ weights }, layer) => {
    const units = sizes[layer + 1] ?? NaN;
    return Array.from({ length: units }, (_, unit) =>
      [...weights.value].filter((__, i) => i % units === unit),
    );
  });
}

function scaledWeights(state: LaneState, factor: number): LaneState {
  return state.map((layer) => ({
    ...layer,
    weights: { ...layer.weights, value: layer.weights.value.map((w) => factor * w) },
  }));
}
