/**
 * A network without hidden layers is a linear model, and penalised least squares has solutions that need no
 * training: the engine must reach them, with every optimiser that promises to.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeBackend, OptimizerId } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import type { RegularizerSettings } from '../../src/regularizers/registry.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';
import { BACKENDS, openBackend, toleranceOf } from './backends.ts';
import { lasso, softThreshold } from '../../src/closed-forms/lasso.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import type { LinearSolution } from '../../src/closed-forms/linear-moments.ts';
import { dot, transpose } from '../../src/closed-forms/matrix.ts';
import { correlatedDesign, orthogonalDesign, responses } from './random-designs.ts';

const SPARSE_TRUTH = [1.5, 0, -1, 0, 0, 0.7, 0, 0];
const design = correlatedDesign(40, SPARSE_TRUTH.length, 3);
const y = responses(design, SPARSE_TRUTH, { intercept: 0.4, noise: 0.5 });

interface Walk {
  readonly optimizer?: OptimizerId;
  readonly learningRate?: number;
  readonly steps?: number;
}

/** Where training on full batches ends. */
async function train(
  backend: ComputeBackend,
  x: readonly (readonly number[])[],
  targets: readonly number[],
  regularizers: RegularizerSettings,
  { optimizer = 'sgd', learningRate = 0.1, steps = 4000 }: Walk = {},
): Promise<LinearSolution> {
  const data = runData(examplesOf(x, targets));
  const sizes = [x[0]?.length ?? 0, 1];
  const plan = lanePlan({ sizes, data, learningRate, optimizer, regularizers });
  const run = new TrainingRun(backend, [plan]);
  for (let step = 0; step < steps; step++) run.step();
  const { weights, bias } = layerOf((await statesOf(run))[0]);
  run.dispose();
  return { weights, intercept: bias[0] ?? NaN };
}

/** Largest difference of any number. */
function distance(a: LinearSolution, b: LinearSolution): number {
  const differences = a.weights.map((w, i) => Math.abs(w - (b.weights[i] ?? NaN)));
  return Math.max(Math.abs(a.intercept - b.intercept), ...differences);
}

const zerosOf = ({ weights }: LinearSolution) => weights.map((w) => w === 0);

describe.each(BACKENDS)('%s', (name) => {
  let backend: ComputeBackend;
  let tolerance: number;
  beforeAll(async () => {
    backend = await openBackend(name);
    tolerance = toleranceOf(backend);
  });

  it.each([0, 0.03, 0.5])('L2 with λ = %f ends at the ridge solution', async (lambda) => {
    const trained = await train(backend, design, y, { l2: { lambda } });
    expect(distance(trained, ridge(design, y, lambda))).toBeLessThan(tolerance);
  });

  it.each<[OptimizerId, number]>([
    ['sgd', 0.1],
    ['momentum', 0.02],
    ['nesterov', 0.02],
    ['rmsprop', 0.003],
    ['adam', 0.01],
  ])('L1 with %s ends at the lasso, with its exact zeros', async (optimizer, learningRate) => {
    const lambda = 0.3;
    const solution = lasso(design, y, lambda);
    const walk = { optimizer, learningRate, steps: 8000 };
    const trained = await train(backend, design, y, { l1: { lambda, proximal: true } }, walk);
    expect(zerosOf(solution).filter(Boolean).length).toBeGreaterThanOrEqual(3);
    expect(zerosOf(solution).filter(Boolean).length).toBeLessThan(SPARSE_TRUTH.length);
    expect(zerosOf(trained)).toEqual(zerosOf(solution));
    // RMSprop steps by η however small the gradient: the intercept oscillates about its optimum without end.
    const reach = optimizer === 'rmsprop' ? learningRate : 2 * tolerance;
    expect(distance(trained, solution)).toBeLessThan(reach);
  });

  it('L1 as a penalty comes near the same solution but makes no exact zero', async () => {
    const lambda = 0.3;
    const solution = lasso(design, y, lambda);
    const trained = await train(backend, design, y, { l1: { lambda, proximal: false } });
    expect(zerosOf(trained)).not.toContain(true);
    expect(distance(trained, solution)).toBeLessThan(0.1 * lambda);
    expect(distance(trained, solution)).toBeGreaterThan(100 * tolerance);
  });

  it('elastic net ends where its subgradient is zero, feature by feature', async () => {
    const [lambda, l1Share] = [0.4, 0.5];
    const trained = await train(backend, design, y, { elasticNet: { lambda, l1Share } });
    const { weights, intercept } = trained;
    const residuals = design.map((row, i) => (y[i] ?? NaN) - intercept - dot(row, weights));
    transpose(design).forEach((column, j) => {
      const w = weights[j] ?? NaN;
      const pull = (2 * dot(column, residuals)) / y.length - 2 * lambda * (1 - l1Share) * w;
      if (w === 0) expect(Math.abs(pull)).toBeLessThanOrEqual(lambda * l1Share + 10 * tolerance);
      else expect(Math.abs(pull - lambda * l1Share * Math.sign(w))).toBeLessThan(10 * tolerance);
    });
    expect(zerosOf(trained).filter(Boolean).length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(BACKENDS)('an orthogonal design on %s', (name) => {
  const x = orthogonalDesign(16, 5);
  const targets = responses(x, [2, 0.5, -0.3, 0.05, -1], { intercept: 1, noise: 0.3, seed: 9 });
  const leastSquares = ridge(x, targets, 0);
  const walk = { learningRate: 0.25, steps: 300 };
  let backend: ComputeBackend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });

  it.each([0.2, 0.8, 1.7])('L1 = %f subtracts λ/2 from every weight', async (lambda) => {
    const trained = await train(backend, x, targets, { l1: { lambda, proximal: true } }, walk);
    const weights = leastSquares.weights.map((w) => softThreshold(w, lambda / 2));
    expect(zerosOf(trained)).toEqual(zerosOf({ weights, intercept: 0 }));
    const expected = { weights, intercept: leastSquares.intercept };
    expect(distance(trained, expected)).toBeLessThan(toleranceOf(backend));
  });

  it.each([0.2, 0.8, 1.7])('L2 = %f divides every weight by 1 + λ', async (lambda) => {
    const trained = await train(backend, x, targets, { l2: { lambda } }, walk);
    const weights = leastSquares.weights.map((w) => w / (1 + lambda));
    const expected = { weights, intercept: leastSquares.intercept };
    expect(distance(trained, expected)).toBeLessThan(toleranceOf(backend));
  });

  it('L1 makes all weights 0 from λ = 2 max|Xᵀy|/n on, and not just below', async () => {
    const pulls = transpose(x).map((column) => Math.abs(dot(column, targets)));
    const limit = (2 * Math.max(...pulls)) / targets.length;
    const at = (lambda: number) =>
      train(backend, x, targets, { l1: { lambda, proximal: true } }, walk);
    expect(zerosOf(await at(1.001 * limit))).not.toContain(false);
    expect(zerosOf(await at(0.999 * limit)).filter((zero) => !zero)).toHaveLength(1);
  });
});
