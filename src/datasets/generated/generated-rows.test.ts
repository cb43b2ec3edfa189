/** Splits of generated sets: fresh rows for every part, clean labels but in training. */
import { describe, expect, test } from 'vitest';
import { circles } from '../sets/circles.ts';
import type { LoadContext, Rows } from '../dataset.ts';
import { DataError } from '../dataset.ts';
import { loadSplit } from '../splitting/split.ts';
import type { SplitRequest } from '../splitting/drawn-rows.ts';

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
  const alternating = ({ count }: Rows) => Float32Array.from({ length: count }, (_, i) => i % 2);
  expect(training.trueTargets).toEqual(alternating(training));
  expect(training.targets).not.toEqual(alternating(training));
  expect(validation.targets).toEqual(alternating(validation));
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

describe('own points', () => {
  const ownPoints = [
    [0.25, -0.5, 1],
    [3, 2, 0],
  ] as const;

  test('without any, every row is the very same', async () => {
    const { loadTest: _, rowParts, ...rows } = await loadSplit(request, context);
    const {
      loadTest: __,
      rowParts: sameParts,
      ...same
    } = await loadSplit({ ...request, ownPoints: [] }, context);
    expect(same).toEqual(rows);
    expect(sameParts()).toEqual(rowParts());
  });

  test('come after the drawn rows, which keep their places, labels and wrong labels', async () => {
    const { training: drawn, validation } = await loadSplit(request, context);
    const split = await loadSplit({ ...request, ownPoints }, context);
    const { training } = split;
    expect(training.count).toBe(122);
    expect(training.features).toEqual(Float32Array.of(...drawn.features, 0.25, -0.5, 3, 2));
    expect(training.targets).toEqual(Float32Array.of(...drawn.targets, 1, 0));
    expect(training.trueTargets).toEqual(Float32Array.of(...drawn.trueTargets, 1, 0));
    expect(training.wrongRows).toEqual(drawn.wrongRows);
    expect(split.validation).toEqual(validation);
    expect(await split.loadTest(context)).toEqual(
      await (await loadSplit(request, context)).loadTest(context),
    );
  });

  test('are never given a wrong label, however many the others have', async () => {
    const { training } = await loadSplit({ ...request, wrongLabelShare: 1, ownPoints }, context);
    expect(training.wrongRows).toHaveLength(120);
    expect([...training.targets.subarray(120)]).toEqual([1, 0]);
  });

  test('are in every repeat and fold, and beside any number of drawn rows', async () => {
    for (const change of [{ replicate: 3 }, { fold: 2 }, { seed: 7 }, { trainingExamples: 5 }]) {
      const { training } = await loadSplit({ ...request, ownPoints, ...change }, context);
      expect([...training.features.slice(-4)]).toEqual([0.25, -0.5, 3, 2]);
      expect([...training.targets.slice(-2)]).toEqual([1, 0]);
    }
  });
});
