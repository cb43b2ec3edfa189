import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoadContext } from '../dataset.ts';
import { DataError } from '../dataset.ts';
import { fakeDataset, identities } from '../fake-dataset-fixture.ts';
import type { Loads } from '../fake-dataset-fixture.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './drawn-rows.ts';

const context: LoadContext = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

const base = { wrongLabelShare: 0, noise: 0, seed: 42, replicate: 0, fold: 0 };

async function parts(request: SplitRequest) {
  const split = await loadSplit(request, context);
  const test = await split.loadTest(context);
  expect(test.count).toBe(split.sealedTestRows);
  expect(test.targets).toHaveLength(test.count);
  const { training, validation } = split;
  return {
    split,
    training: identities(training),
    validation: identities(validation),
    test: identities(test),
  };
}

/** 0 to 1, evenly: fc.double would nearly always be close to 0. */
const part = fc.nat(1000).map((permille) => permille / 1000);

/** A data set of either kind with counts that fit it. */
const request = fc
  .record({
    training: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
    heldOut: fc.option(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), {
      freq: 1,
    }),
    trainingPart: part,
    validationPart: part,
    wrongLabelShare: part,
    noise: fc.constant(0),
    seed: fc.nat(),
    replicate: fc.nat(20),
    fold: fc.nat(9),
  })
  .map(({ training, heldOut, trainingPart, validationPart, ...rest }) => {
    const dataset = fakeDataset(training, heldOut);
    const trainingExamples = Math.round(trainingPart * dataset.poolRows.training);
    const left = dataset.poolRows.heldOut ?? dataset.poolRows.training - trainingExamples;
    const validationExamples = Math.round(validationPart * left);
    return { ...rest, dataset, trainingExamples, validationExamples };
  });

describe('for any data set and counts', () => {
  test('the parts have their exact sizes, share no row and leave none out', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (request) => {
        const { training, validation, test } = await parts(request);
        expect(training).toHaveLength(request.trainingExamples);
        expect(validation).toHaveLength(request.validationExamples);
        const all = new Set([...training, ...validation, ...test]);
        expect(all.size).toBe(training.length + validation.length + test.length);
        const { training: pool, heldOut } = request.dataset.poolRows;
        if (heldOut === null) expect(all.size).toBe(pool);
        else {
          expect(validation.length + test.length).toBe(heldOut);
          for (const row of [...validation, ...test]) expect(row).toBeGreaterThanOrEqual(30000);
        }
      }),
    );
  });

  test('features stay with their targets, and only training labels are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (request) => {
        const { split, training, validation } = await parts(request);
        const labels = (rows: number[]) => Float32Array.from(rows, (row) => row % 10);
        expect(split.training.trueTargets).toEqual(labels(training));
        expect(split.validation.targets).toEqual(labels(validation));
        const { wrongRows, targets, trueTargets } = split.training;
        expect(wrongRows).toHaveLength(Math.round(request.wrongLabelShare * training.length));
        const differing = [...targets.keys()].filter((i) => targets[i] !== trueTargets[i]);
        expect([...wrongRows]).toEqual(differing);
      }),
    );
  });

  test('a smaller training set is the beginning of a larger one; validation does not move', async () => {
    await fc.assert(
      fc.asyncProperty(request, part, async (large, share) => {
        const trainingExamples = Math.floor(share * large.trainingExamples);
        const one = await parts({ ...large, trainingExamples });
        const other = await parts(large);
        expect(one.training).toEqual(other.training.slice(0, trainingExamples));
        expect(one.validation).toEqual(other.validation);
      }),
    );
  });

  test('rows of one pool are numbered as in the files; with held-out rows none can be shared', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (request) => {
        const { split, training, validation } = await parts(request);
        if (request.dataset.poolRows.heldOut !== null) expect(split.numbers).toBeNull();
        else {
          expect([...(split.numbers?.training ?? [])]).toEqual(training);
          expect([...(split.numbers?.validation ?? [])]).toEqual(validation);
        }
      }),
    );
  });

  test('equal requests give equal rows', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (request) => {
        const one = await loadSplit(request, context);
        const { loadTest: _one, rowParts, ...rows } = one;
        const other = await loadSplit(request, context);
        const { loadTest: _other, rowParts: otherParts, ...otherRows } = other;
        expect(rows).toEqual(otherRows);
        expect(rowParts()).toEqual(otherParts());
      }),
    );
  });
});

test('seed, replicate and fold each draw other rows', async () => {
  const dataset = fakeDataset([100, 100, 100], [100, 100]);
  const request = { ...base, dataset, trainingExamples: 150, validationExamples: 50 };
  const drawn = await Promise.all(
    [{}, { seed: 43 }, { replicate: 1 }, { fold: 1 }].map((change) =>
      parts({ ...request, ...change }),
    ),
  );
  expect(new Set(drawn.map(({ training }) => training.join())).size).toBe(4);
  expect(new Set(drawn.map(({ validation }) => [...validation].sort().join())).size).toBe(4);
});

test('shards are permuted each in its own way', async () => {
  const dataset = fakeDataset([50, 50], null);
  const request = { ...base, dataset, trainingExamples: 100, validationExamples: 0 };
  const { training } = await parts(request);
  const [one, other] = [training.slice(0, 50), training.slice(50)];
  expect(one.map((row) => row % 50)).not.toEqual(other.map((row) => row % 50));
  expect(one).not.toEqual([...one].sort((a, b) => a - b));
});

test('every row has the same chance to train', async () => {
  const dataset = fakeDataset([20, 20, 20, 20], null);
  const times = new Array<number>(80).fill(0);
  const draws = 600;
  for (let seed = 0; seed < draws; seed++) {
    const request = { ...base, dataset, seed, trainingExamples: 20, validationExamples: 20 };
    for (const row of (await parts(request)).training) times[row] = (times[row] ?? 0) + 1;
  }
  // 150 expected, standard deviation 10.6
  for (const count of times) expect(Math.abs(count - 150)).toBeLessThan(4.5 * 10.6);
});

test('loads only the shards needed, and none of the sealed test', async () => {
  const loads: Loads[] = [];
  const shards = new Array<number>(10).fill(10);
  const dataset = fakeDataset(shards, shards, loads);
  const request = { ...base, dataset, trainingExamples: 21, validationExamples: 10 };
  const split = await loadSplit(request, context);
  expect(loads.map(({ pool, shards }) => [pool, shards.length])).toEqual([
    ['training', 3],
    ['heldOut', 1],
  ]);
  await split.loadTest(context);
  expect(loads[2]?.shards).toHaveLength(9);
  expect(loads[2]?.shards).not.toContain(loads[1]?.shards[0]);
});

test('one pool is loaded in one go, its middle left out', async () => {
  const loads: Loads[] = [];
  const dataset = fakeDataset(new Array<number>(10).fill(10), null, loads);
  await loadSplit({ ...base, dataset, trainingExamples: 15, validationExamples: 25 }, context);
  expect(loads.map(({ shards }) => shards.length)).toEqual([5]);
});

test('progress of both pools is one progress', async () => {
  const seen: [number, number][] = [];
  const onProgress = (loaded: number, total: number) => seen.push([loaded, total]);
  const dataset = fakeDataset([10, 10], [10]);
  const request = { ...base, dataset, trainingExamples: 20, validationExamples: 5 };
  await loadSplit(request, { ...context, onProgress });
  expect(seen.at(-1)).toEqual([300, 300]);
  expect(new Set(seen.map(([, total]) => total))).toEqual(new Set([300]));
});

test('more rows than there are is refused with a sentence', async () => {
  const request = { ...base, dataset: fakeDataset([10], null) };
  const tooMany = loadSplit({ ...request, trainingExamples: 6, validationExamples: 5 }, context);
  await expect(tooMany).rejects.toThrow(
    new DataError('Fake has fewer examples than were asked for.'),
  );
});

test('regression has no wrong labels', async () => {
  const dataset = { ...fakeDataset([10], null), task: 'regression' as const, outputs: 1 };
  const request = {
    ...base,
    dataset,
    wrongLabelShare: 1,
    trainingExamples: 5,
    validationExamples: 5,
  };
  expect((await loadSplit(request, context)).training.wrongRows).toHaveLength(0);
});
