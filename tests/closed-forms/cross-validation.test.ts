/**
 * Cross-validation of a linear model needs no training: with e the residuals of the fit to all rows and H
 * the matrix that makes fitted values of targets, the errors on the rows B left out are (I − H_BB)⁻¹ e_B
 * (Hastie, Tibshirani & Friedman, "The Elements of Statistical Learning", 7.10), of one row
 * eᵢ/(1 − hᵢᵢ). The page's own folds, each trained to its end by the engine, must come to the same.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { fakeDataset } from '../../src/datasets/fake-dataset-fixture.ts';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { loadSplit } from '../../src/datasets/splitting/split.ts';
import type { Split } from '../../src/datasets/splitting/split.ts';
import type { ComputeBackend } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { examplesOf, lanePlan, runData } from '../lane-plan.ts';
import { BACKENDS, openBackend } from './backends.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { dot, gram } from '../../src/closed-forms/matrix.ts';
import { solve } from '../../src/closed-forms/cholesky.ts';
import { correlatedDesign, responses, withOnes } from './random-designs.ts';

const ROWS = 14;
const FEATURES = 3;
const design = correlatedDesign(ROWS, FEATURES, 31);
const y = responses(design, [1, -1, 0.5], { intercept: 0.2 });

/** A set of just these rows, all of them drawn. */
const dataset: Dataset = {
  ...fakeDataset([ROWS], null),
  ...{ task: 'regression', outputs: 1, featureCount: FEATURES },
  rows: {
    kind: 'stored',
    shardRows: { training: [ROWS], heldOut: [] },
    loadShards: () => Promise.resolve(examplesOf(design, y)),
    files: [],
  },
};
const request = {
  ...{ dataset, trainingExamples: ROWS - 4, validationExamples: 4 },
  ...{ wrongLabelShare: 0, noise: 0, seed: 5, replicate: 0 },
};
const context = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

async function foldsOf(foldCount: number): Promise<Split[]> {
  const folds: Split[] = [];
  for (let fold = 0; fold < foldCount; fold++)
    folds.push(await loadSplit({ ...request, foldCount, fold }, context));
  return folds;
}

/** Validation loss of every fold at the end of training, by the engine. */
async function train(
  backend: ComputeBackend,
  folds: readonly Split[],
  lambda: number,
): Promise<number[]> {
  const lanes = folds.map(({ training, validation }) =>
    lanePlan({
      ...{ sizes: [FEATURES, 1], learningRate: 0.1, data: runData(training, validation) },
      // The loss is a mean: on fewer rows the same pull on their sum has a larger λ.
      regularizers: { l2: { lambda: (lambda * ROWS) / training.count } },
    }),
  );
  const run = new TrainingRun(backend, lanes);
  for (let step = 0; step < 2500; step++) run.step();
  const figures = await run.measure();
  run.dispose();
  return folds.map((_, lane) => figures.get(lane)?.validationLoss ?? NaN);
}

/** Mean square of (I − H_BB)⁻¹ e_B, from the fit to all rows alone. */
function lossLeftOut(rows: readonly number[], lambda: number): number {
  const { intercept, weights } = ridge(design, y, lambda);
  const x = withOnes(design);
  const system = gram(x).map((row, i) =>
    row.map((value, j) => value + (i === j && i > 0 ? ROWS * lambda : 0)),
  );
  const residuals = rows.map(
    (row) => (y[row] ?? NaN) - intercept - dot(design[row] ?? [], weights),
  );
  const kept = rows.map((a) =>
    rows.map((b) => (a === b ? 1 : 0) - dot(x[a] ?? [], solve(system, x[b] ?? []))),
  );
  const errors = solve(kept, residuals);
  return dot(errors, errors) / rows.length;
}

describe.each(BACKENDS)('%s', (name) => {
  let backend: ComputeBackend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });

  it.each([
    [ROWS, 0],
    [ROWS, 0.2],
    [4, 0],
    [4, 0.2],
    [2, 0.2],
  ])('%i folds with L2 = %f end at the errors of the closed form', async (foldCount, lambda) => {
    const folds = await foldsOf(foldCount);
    const left = folds.map(({ numbers }) => [...(numbers?.validation ?? [])]);
    expect(left.flat().sort((a, b) => a - b)).toEqual([...design.keys()]);
    const losses = await train(backend, folds, lambda);
    left.forEach((rows, fold) => {
      const expected = lossLeftOut(rows, lambda);
      const tolerance = backend.name === 'wasm' ? 1e-4 : 1e-9;
      expect(Math.abs((losses[fold] ?? NaN) / expected - 1)).toBeLessThan(tolerance);
    });
  });
});
