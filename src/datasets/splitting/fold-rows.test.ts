/** Cross-validation of sets in files and of sets that are made: what must hold of the folds together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circles } from '../sets/circles.ts';
import { DataError } from '../dataset.ts';
import type { Dataset, LoadContext, Rows } from '../dataset.ts';
import { fakeDataset } from '../fake-dataset-fixture.ts';
import type { Loads } from '../fake-dataset-fixture.ts';
import { sparseLinear } from '../sets/sparse-linear.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './drawn-rows.ts';
import type { Split } from './split.ts';
import { fitStandardization, standardizeRows } from './standardization.ts';

const context: LoadContext = {
  baseUrl: '/',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

interface Divided extends SplitRequest {
  readonly foldCount: number;
}

const stored = fc
  .record({
    training: fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 1, maxLength: 4 }),
    heldOut: fc.option(fc.array(fc.integer({ min: 2, max: 20 }), { minLength: 1, maxLength: 4 })),
    standardizes: fc.boolean(),
  })
  .map(({ training, heldOut, standardizes }): Dataset => ({
    ...fakeDataset(training, heldOut),
    standardizes: { features: standardizes, target: false },
  }));

/** A data set of either kind, counts that fit it, and folds that fit those. */
const request = fc
  .record({
    dataset: fc.oneof(
      { weight: 3, arbitrary: stored },
      fc.constantFrom<Dataset>(circles, sparseLinear),
    ),
    parts: fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)),
    wrongLabelShare: fc.constantFrom(0, 0.2, 0.5, 1),
    seed: fc.nat(),
    replicate: fc.nat(5),
  })
  .map(({ parts: [training, validation, folds], ...rest }): Divided => {
    const { poolRows } = rest.dataset;
    const between = (permille: number, most: number) =>
      1 + Math.round((permille / 1000) * (most - 1));
    const trainingExamples = between(training, Math.min(poolRows.training - 1, 40));
    const left = poolRows.heldOut ?? poolRows.training - trainingExamples;
    const validationExamples = between(validation, Math.min(left, 40));
    const foldCount = Math.max(2, between(folds, trainingExamples + validationExamples));
    const counts = { trainingExamples, validationExamples, foldCount };
    return { ...rest, ...counts, noise: rest.dataset.noise?.initial ?? 0, fold: 0 };
  });

async function foldsOf(one: Divided): Promise<Split[]> {
  const folds: Split[] = [];
  for (let fold = 0; fold < one.foldCount; fold++)
    folds.push(await loadSplit({ ...one, fold }, context));
  return folds;
}

/** Names each row by its values before standardisation, so that rows can be told apart. */
const namesOf = ({ features, count }: Rows) => {
  const width = features.length / count;
  return Array.from({ length: count }, (_, row) =>
    features.subarray(row * width, (row + 1) * width).join(),
  );
};

/** Rows of classes with fewer rows than folds, of a set that has other classes too. */
function keptRows({ training, validation }: Split, { dataset, foldCount }: Divided) {
  if (dataset.task === 'regression') return [];
  const rows = [validation, { ...training, targets: training.trueTargets }].flatMap((part) =>
    namesOf(part).map((name, row) => ({ name, label: part.targets[row] ?? NaN })),
  );
  const kept = rows.filter(
    ({ label }) => rows.filter((other) => other.label === label).length < foldCount,
  );
  return kept.length === rows.length ? [] : kept;
}

/** The same request without standardisation: rows by their names. */
const plain = (one: Divided): Divided => ({
  ...one,
  dataset: { ...one.dataset, standardizes: { features: false, target: false } },
});

const sorted = (names: readonly string[]) => [...names].sort();
const numbered = ({ training, numbers }: Split) =>
  [...training.targets].map((target, row) => [numbers?.training[row], target] as const);

describe('for any data set, counts and folds', () => {
  it('every row that may validates exactly once and trains in all other folds; parts differ by one row at most', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const folds = await foldsOf(plain(one));
        const { foldCount: _, ...undivided } = plain(one);
        const whole = await loadSplit(undivided, context);
        const rows = sorted([...namesOf(whole.training), ...namesOf(whole.validation)]);
        const kept = new Set(keptRows(whole, one).map(({ name }) => name));
        const validating = rows.filter((name) => !kept.has(name));
        expect(sorted(folds.flatMap(({ validation }) => namesOf(validation)))).toEqual(validating);
        for (const { training, validation } of folds)
          expect(sorted([...namesOf(training), ...namesOf(validation)])).toEqual(rows);
        const sizes = folds.map(({ validation }) => validation.count);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(Math.min(...sizes)).toBeGreaterThan(0);
      }),
    );
  });

  it('the sealed test set is that of the undivided draw in every fold', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const { foldCount: _, ...undivided } = plain(one);
        const whole = await loadSplit(undivided, context);
        const test = namesOf(await whole.loadTest(context));
        for (const fold of await foldsOf(plain(one))) {
          expect(fold.sealedTestRows).toBe(whole.sealedTestRows);
          expect(namesOf(await fold.loadTest(context))).toEqual(test);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('a row has one given label in every fold, and a true one where it validates', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const folds = await foldsOf(one);
        const given = new Map<number | undefined, number>();
        const truth = new Map<number | undefined, number>();
        for (const fold of folds) {
          const { training, validation, numbers } = fold;
          for (const [number, target] of one.dataset.task === 'classification'
            ? numbered(fold)
            : []) {
            expect(given.get(number) ?? target).toBe(target);
            given.set(number, target);
          }
          const differing = [...training.targets.keys()].filter(
            (row) => training.targets[row] !== training.trueTargets[row],
          );
          expect([...training.wrongRows]).toEqual(differing);
          validation.targets.forEach((target, row) => truth.set(numbers?.validation[row], target));
          training.trueTargets.forEach((target, row) => {
            // What never validates is told by its training rows.
            if (one.dataset.task === 'classification' && fold.keptClasses.includes(target))
              truth.set(numbers?.training[row], target);
          });
        }
        if (one.dataset.task === 'regression') return;
        for (const { training, numbers } of folds)
          training.trueTargets.forEach((target, row) =>
            expect(truth.get(numbers?.training[row])).toBe(target),
          );
        const wrong = [...given].filter(([number, label]) => truth.get(number) !== label);
        expect(wrong).toHaveLength(Math.round(one.wrongLabelShare * given.size));
      }),
    );
  });

  it('each fold is standardised by its training rows alone', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const originals = await foldsOf(plain(one));
        const { standardizes } = one.dataset;
        (await foldsOf(one)).forEach((fold, index) => {
          const original = originals[index];
          if (!original) throw new Error('There are as many folds of both.');
          const { trueTargets: targets } = original.training;
          const fitted = fitStandardization({ ...original.training, targets }, standardizes);
          expect(fold.standardization).toEqual(fitted);
          expect(fold.validation).toEqual(standardizeRows(original.validation, fitted));
          expect(fold.originalValidation).toEqual(original.validation);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('an arm with training rows of its own is validated on the same rows, and never trains on them', async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.nat(1000), async (one, permille) => {
        const { dataset, validationExamples, trainingExamples: shared } = one;
        const { training: pool, heldOut } = dataset.poolRows;
        const most = Math.min(heldOut === null ? pool - validationExamples : pool, 60);
        const trainingExamples = 1 + Math.round((permille / 1000) * (most - 1));
        // All that the arm trains on might else be of one part.
        const largestPart = Math.ceil((validationExamples + shared) / one.foldCount);
        fc.pre(validationExamples + trainingExamples > largestPart);
        const own = { ...plain(one), trainingExamples, dividedTrainingExamples: shared };
        const folds = await foldsOf(plain(one));
        const ownFolds = await foldsOf(own);
        folds.forEach((fold, index) => {
          const ownFold = ownFolds[index];
          if (!ownFold) throw new Error('There are as many folds of both.');
          expect(ownFold.validation).toEqual(fold.validation);
          const validating = new Set(ownFold.numbers?.validation);
          const [trained, ownTrained] = [fold, ownFold].map(({ numbers }) => [
            ...(numbers?.training ?? []),
          ]);
          const [fewer = [], more = []] =
            trainingExamples < shared ? [ownTrained, trained] : [trained, ownTrained];
          expect(more.slice(0, fewer.length)).toEqual(fewer);
          expect(fewer.length).toBeGreaterThan(0);
          expect(ownTrained?.filter((number) => validating.has(number))).toEqual([]);
        });
        // A row that trains or validates an arm is in no arm's test set.
        const { loadTest } = await loadSplit(own, context);
        const test = new Set(namesOf(await loadTest(context)));
        for (const { validation, training } of [...folds, ...ownFolds])
          for (const name of [...namesOf(validation), ...namesOf(training)])
            expect(test.has(name)).toBe(false);
      }),
    );
  });

  it('equal requests give equal folds; another seed or replicate gives others', async () => {
    const base = { dataset: circles, trainingExamples: 40, validationExamples: 20, foldCount: 4 };
    const rest = { wrongLabelShare: 0.3, noise: 0.1, seed: 7, replicate: 0, fold: 1 };
    const names = async (change: Partial<SplitRequest>) =>
      namesOf((await loadSplit({ ...base, ...rest, ...change }, context)).validation).join(';');
    expect(await names({})).toBe(await names({}));
    const all = await Promise.all([{}, { seed: 8 }, { replicate: 1 }, { fold: 2 }].map(names));
    expect(new Set(all).size).toBe(4);
  });
});

it('every row has the same chance to be in each part, whatever its neighbours are', async () => {
  const [rows, foldCount, draws] = [12, 3, 900];
  // Of classes, each would be shared out for itself.
  const dataset = { ...fakeDataset([40], [20]), task: 'regression' } as const;
  const counts = { dataset, trainingExamples: 8, validationExamples: 4, foldCount };
  const rest = { wrongLabelShare: 0, noise: 0, replicate: 0, fold: 0 };
  const times = new Array<number>(rows).fill(0);
  const pairs = new Array<number>(rows).fill(0);
  for (let seed = 0; seed < draws; seed++) {
    const { foldCount: _, ...undivided } = { ...counts, ...rest, seed };
    const whole = await loadSplit(undivided, context);
    const order = [...namesOf(whole.validation), ...namesOf(whole.training)];
    const fold = await loadSplit({ ...counts, ...rest, seed }, context);
    const part = new Set(namesOf(fold.validation));
    order.forEach((name, position) => {
      if (!part.has(name)) return;
      times[position] = (times[position] ?? 0) + 1;
      if (part.has(order[0] ?? '')) pairs[position] = (pairs[position] ?? 0) + 1;
    });
  }
  // 300 of 900, standard deviation 14; with the first row, from another three, a third of those.
  for (const count of times) expect(Math.abs(count - draws / 3)).toBeLessThan(4.5 * 14.2);
  for (const count of pairs.slice(foldCount))
    expect(Math.abs(count - draws / 9)).toBeLessThan(4.5 * 9.5);
});

it('every class is shared out evenly, and one too small for it is named and trains in every fold', async () => {
  const dataset = fakeDataset([41], null);
  const counts = { dataset, trainingExamples: 24, validationExamples: 9, foldCount: 3 };
  const rest = { wrongLabelShare: 0.3, noise: 0, replicate: 0, fold: 0 };
  let named = 0;
  for (let seed = 0; seed < 20; seed++) {
    const request = { ...counts, ...rest, seed };
    const { foldCount: _, ...undivided } = request;
    const whole = await loadSplit(undivided, context);
    const labels = [...whole.validation.targets, ...whole.training.trueTargets];
    const sizeOf = (label: number) => labels.filter((one) => one === label).length;
    const small = [...new Set(labels)].filter((label) => sizeOf(label) < 3).sort((a, b) => a - b);
    named += small.length;
    for (const { validation, training, keptClasses } of await foldsOf(request)) {
      expect(keptClasses).toEqual(small);
      for (const label of new Set(labels)) {
        const inPart = validation.targets.filter((one) => one === label).length;
        if (small.includes(label)) {
          const trained = training.trueTargets.filter((one) => one === label).length;
          expect([inPart, trained]).toEqual([0, sizeOf(label)]);
        } else expect(Math.abs(inPart - sizeOf(label) / 3)).toBeLessThan(2);
      }
    }
  }
  expect(named).toBeGreaterThan(0);
});

it('classes that take turns are shared out, also between two parts', async () => {
  const request = {
    dataset: circles,
    trainingExamples: 200,
    validationExamples: 200,
    foldCount: 2,
  };
  const rest = { wrongLabelShare: 0, noise: 0.1, seed: 3, replicate: 0, fold: 0 };
  const { targets } = (await loadSplit({ ...request, ...rest }, context)).validation;
  const ones = targets.reduce((sum, target) => sum + target, 0);
  expect(Math.abs(ones - 100)).toBeLessThanOrEqual(1);
});

it('own points train in every fold, with the class they were given, and validate in none', async () => {
  const ownPoints = [[0.25, -0.5, 1]] as const;
  const counts = { dataset: circles, trainingExamples: 11, validationExamples: 10, foldCount: 3 };
  const rest = { wrongLabelShare: 1, noise: 0.1, seed: 3, replicate: 0, fold: 0, ownPoints };
  for (const { training, validation } of await foldsOf({ ...counts, ...rest })) {
    expect([training.count, validation.count]).toEqual([15, 7]);
    expect([...training.features.slice(-2)]).toEqual([0.25, -0.5]);
    expect(training.targets.at(-1)).toBe(1);
    expect(training.wrongRows).toHaveLength(14);
    expect(namesOf(validation)).not.toContain('0.25,-0.5');
  }
});

it.each<[string, number, number]>([
  ['Cross-validation takes a whole number of folds from 2 on; 1 is none.', 1, 0],
  ['Cross-validation takes a whole number of folds from 2 on; 2.5 is none.', 2.5, 0],
  ['Cross-validation takes a whole number of folds from 2 on; NaN is none.', NaN, 0],
  [
    'Training and validation have 10 examples together; they cannot be divided into 11 folds.',
    11,
    0,
  ],
  ['There is no fold 5: 5 folds are numbered from 0 to 4.', 5, 5],
  ['There is no fold -1: 5 folds are numbered from 0 to 4.', 5, -1],
  ['There is no fold 0.5: 5 folds are numbered from 0 to 4.', 5, 0.5],
])('says "%s", before anything is loaded', async (message, foldCount, fold) => {
  const loads: Loads[] = [];
  const dataset = fakeDataset([20], [10], loads);
  const counts = { dataset, trainingExamples: 6, validationExamples: 4, foldCount, fold };
  const rest = { wrongLabelShare: 0, noise: 0, seed: 1, replicate: 0 };
  await expect(loadSplit({ ...counts, ...rest }, context)).rejects.toThrow(new DataError(message));
  expect(loads).toEqual([]);
});
