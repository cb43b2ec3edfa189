/** Splits of generated sets: fresh rows for every part, clean labels but in training. */
import { expect, test } from 'vitest';
import { circles } from './circles.ts';
import type { LoadContext, Rows } from './dataset.ts';
import { DataError } from './dataset.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './split.ts';

const context: LoadContext = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
const request: SplitRequest = {
  dataset: circles,
  trainingExamples: 120,
  validationExamples: 500,
  wrongLabelShare: 0.2,
  noise: 0.1,
  seed: 42,
  replicate: 0,
  fold: 0,
};

test('training, validation and test share no point', async () => {
  const split = await loadSplit(request, context);
  const test = await split.loadTest(context);
  expect([split.training.count, split.validation.count, test.count]).toEqual([120, 500, 2000]);
  expect(split.sealedTestRows).toBe(2000);
  const points = [split.training, split.validation, test].flatMap(({ features, count }) =>
    Array.from({ length: count }, (_, i) => `${features[2 * i]},${features[2 * i + 1]}`),
  );
  expect(new Set(points).size).toBe(2620);
});

test('only training labels are wrong, and exactly as many as asked for', async () => {
  const { training, validation } = await loadSplit(request, context);
  expect(training.wrongRows).toHaveLength(24);
  const byTurns = ({ count }: Rows) => Float32Array.from({ length: count }, (_, i) => i % 2);
  expect(training.trueTargets).toEqual(byTurns(training));
  expect(training.targets).not.toEqual(byTurns(training));
  expect(validation.targets).toEqual(byTurns(validation));
});

test('validation does not move with the number of training points, nor with wrong labels', async () => {
  const one = await loadSplit(request, context);
  const other = await loadSplit({ ...request, trainingExamples: 60, wrongLabelShare: 0 }, context);
  expect(other.validation).toEqual(one.validation);
  expect(other.training.features).toEqual(one.training.features.slice(0, 120));
});

test('seed, replicate, fold and noise each give other points', async () => {
  const changes = [{}, { seed: 43 }, { replicate: 1 }, { fold: 1 }, { noise: 0.2 }];
  const splits = await Promise.all(
    changes.map((change) => loadSplit({ ...request, ...change }, context)),
  );
  expect(new Set(splits.map(({ training }) => training.features.join())).size).toBe(5);
  expect(new Set(splits.map(({ validation }) => validation.features.join())).size).toBe(5);
});

test('more points than are made is refused with a sentence', async () => {
  await expect(loadSplit({ ...request, trainingExamples: 10_001 }, context)).rejects.toThrow(
    new DataError('Circles has fewer examples than were asked for.'),
  );
});
