/** Requests of cross-validation of any kind, for tests of folds. */
import fc from 'fast-check';
import { circles } from '../sets/circles.ts';
import type { Dataset, LoadContext, Rows } from '../dataset.ts';
import { fakeDataset } from '../fake-dataset-fixture.ts';
import { sparseLinear } from '../sets/sparse-linear.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './drawn-rows.ts';
import type { Split } from './split.ts';

export const context: LoadContext = {
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
export const request = fc
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

export async function foldsOf(one: Divided): Promise<Split[]> {
  const folds: Split[] = [];
  for (let fold = 0; fold < one.foldCount; fold++)
    folds.push(await loadSplit({ ...one, fold }, context));
  return folds;
}

/** Names each row by its values before standardisation, so that rows can be told apart. */
export const namesOf = ({ features, count }: Rows) => {
  const width = features.length / count;
  return Array.from({ length: count }, (_, row) =>
    features.subarray(row * width, (row + 1) * width).join(),
  );
};

/** Rows of classes with fewer rows than folds, of a set that has other classes too. */
export function keptRows({ training, validation }: Split, { dataset, foldCount }: Divided) {
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
export const plain = (one: Divided): Divided => ({
  ...one,
  dataset: { ...one.dataset, standardizes: { features: false, target: false } },
});

export const sorted = (names: readonly string[]) => [...names].sort();
export const numbered = ({ training, numbers }: Split) =>
  [...training.targets].map((target, row) => [numbers?.training[row], target] as const);
