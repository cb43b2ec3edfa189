/**
 * What least squares does on average over many samples, through training and the page's own figures:
 * training error, test error, bias and variance (Hastie, Tibshirani & Friedman, "The Elements of
 * Statistical Learning", 7.3–7.4), and leaving one row out.
 */
import { expect, it } from 'vitest';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';
import { startReference } from '../kernels/wasm-in-node.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { dot, gram } from '../../src/closed-forms/matrix.ts';
import { solve } from '../../src/closed-forms/cholesky.ts';
import {
  correlatedDesign,
  normals,
  orthogonalDesign,
  responses,
  withOnes,
} from './random-designs.ts';

const SAMPLES = 800;
const ROWS = 16;
const SIGMA = 0.7;
const TRUTH = [1, -0.5, 0, 2, 0.3];
/** With the intercept. */
const PARAMETERS = TRUTH.length + 1;

it('mean training error is σ²(1 − k/n), test error σ²(1 + k/n), variance σ²k/n, bias 0', async () => {
  const design = orthogonalDesign(ROWS, TRUTH.length);
  const truth = responses(design, TRUTH, { intercept: 0.4, noise: 0 });
  const draws = { training: [] as number[], test: [] as number[], variance: [] as number[] };
  const sums = truth.map(() => 0);
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { training, test, answers } = await fit(design, truth, sample);
    draws.training.push(training);
    draws.test.push(test);
    const errors = answers.map((answer, row) => answer - (truth[row] ?? NaN));
    draws.variance.push(dot(errors, errors) / ROWS);
    errors.forEach((error, row) => (sums[row] = (sums[row] ?? NaN) + error));
  }
  const share = PARAMETERS / ROWS;
  expectMean(draws.training, SIGMA ** 2 * (1 - share));
  expectMean(draws.test, SIGMA ** 2 * (1 + share));
  expectMean(draws.variance, SIGMA ** 2 * share);
  for (const sum of sums)
    expect(Math.abs(sum / SAMPLES)).toBeLessThan(4 * Math.sqrt((SIGMA ** 2 * share) / SAMPLES));
});

/** Least squares on one draw of the noise, by training; tested on the same rows with another draw. */
async function fit(design: number[][], truth: number[], sample: number) {
  const noisy = (seed: number) => {
    const noise = normals(1, ROWS, seed)[0] ?? [];
    return examplesOf(
      design,
      truth.map((value, row) => value + SIGMA * (noise[row] ?? NaN)),
    );
  };
  const data = runData(noisy(2 * sample + 1), noisy(2 * sample + 2));
  // On an orthogonal design the gradient is 2(w − ŵ): a rate of ½ arrives in one step.
  const plan = lanePlan({ sizes: [TRUTH.length, 1], data, learningRate: 0.5 });
  const run = new TrainingRun(startReference(), [plan]);
  run.step();
  const figures = (await run.measure()).get(0);
  const { weights, bias } = layerOf((await statesOf(run))[0]);
  run.dispose();
  return {
    training: figures?.trainingLoss ?? NaN,
    test: figures?.validationLoss ?? NaN,
    answers: design.map((row) => dot(row, weights) + (bias[0] ?? NaN)),
  };
}

/** Within four standard errors, which must be small enough to mean something. */
function expectMean(draws: readonly number[], expected: number): void {
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (draws.length - 1);
  const standardError = Math.sqrt(variance / draws.length);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * standardError);
  expect(standardError).toBeLessThan(0.03 * expected);
}

it('the error on a row left out is rᵢ/(1 − hᵢᵢ)', async () => {
  const design = correlatedDesign(14, 3, 31);
  const y = responses(design, [1, -1, 0.5], { intercept: 0.2 });
  const { intercept, weights } = ridge(design, y, 0);
  const x = withOnes(design);
  const leftOut = design.map((row, i) => {
    const rest = (_: unknown, j: number) => j !== i;
    const training = examplesOf(design.filter(rest), y.filter(rest));
    const data = runData(training, examplesOf([row], [y[i] ?? NaN]));
    return lanePlan({ sizes: [3, 1], data, learningRate: 0.1 });
  });
  const run = new TrainingRun(startReference(), leftOut);
  for (let step = 0; step < 1500; step++) run.step();
  const figures = await run.measure();
  run.dispose();
  x.forEach((row, i) => {
    const residual = (y[i] ?? NaN) - intercept - dot(design[i] ?? [], weights);
    const leverage = dot(row, solve(gram(x), row));
    const loss = figures.get(i)?.validationLoss ?? NaN;
    expect(Math.abs(loss - (residual / (1 - leverage)) ** 2)).toBeLessThan(1e-9);
  });
});
