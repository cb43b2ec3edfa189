import { expect, test } from 'vitest';
import { ownTableDataset } from './own-table-dataset.ts';
import type { OwnTable } from './table/own-table.ts';
import type { SplitRequest } from '../splitting/drawn-rows.ts';
import { loadSplit } from '../splitting/split.ts';

/** Row i has the input i, missing in every 7th; each third row repeats the one before it. */
function tableOf(rows: number, classNames: readonly string[] = ['a', 'b']): OwnTable {
  const firstEqual = Int32Array.from({ length: rows }, (_, row) => (row % 3 === 2 ? row - 1 : row));
  return {
    ...{ id: 'table-1', fileName: 'rows.csv', fileSum: '0', targetName: 't', classNames },
    inputs: [
      { name: 'n', isNumber: true },
      { name: 'n missing', isNumber: false },
    ],
    rowCount: rows,
    features: Float32Array.from({ length: rows * 2 }, (_, i) => {
      const row = firstEqual[i >> 1] ?? 0;
      const isMissing = row % 7 === 0;
      return i % 2 === 0 ? (isMissing ? NaN : row) : Number(isMissing);
    }),
    targets: Float32Array.from(firstEqual, (row) => row % 2),
    firstEqual,
  };
}

const table = tableOf(90);
const dataset = ownTableDataset(table);
const context = { baseUrl: '/', signal: new AbortController().signal, onProgress: () => undefined };
const request = (given: Partial<SplitRequest> = {}): SplitRequest => ({
  ...{ dataset, trainingExamples: 40, validationExamples: 25, wrongLabelShare: 0, noise: 0 },
  ...{ seed: 42, replicate: 0, fold: 0 },
  ...given,
});
const groupsOf = (rows: Int32Array | undefined) =>
  new Set(Array.from(rows ?? [], (row) => table.firstEqual[row] ?? -1));
const shared = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  [...one].filter((group) => other.has(group));

test('equal rows are never on two sides, and counts are as asked for', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const { training, validation, numbers, sealedTestRows } = await loadSplit(
      request({ seed }),
      context,
    );
    expect([training.count, validation.count, sealedTestRows]).toEqual([40, 25, 25]);
    const [train, validate] = [groupsOf(numbers?.training), groupsOf(numbers?.validation)];
    expect(shared(train, validate)).toEqual([]);
    const rows = [...(numbers?.training ?? []), ...(numbers?.validation ?? [])];
    const left = Int32Array.from([...table.firstEqual.keys()].filter((row) => !rows.includes(row)));
    expect(left).toHaveLength(25);
    expect(shared(groupsOf(left), new Set([...train, ...validate]))).toEqual([]);
  }
});

test('validation rows do not change with the number of training rows', async () => {
  const [few, many] = await Promise.all(
    [10, 60].map((trainingExamples) => loadSplit(request({ trainingExamples }), context)),
  );
  expect(few?.numbers?.validation).toEqual(many?.numbers?.validation);
});

test('in every fold equal rows are on one side, and each row validates once', async () => {
  const validated: number[] = [];
  for (let fold = 0; fold < 5; fold++) {
    const { numbers } = await loadSplit(request({ foldCount: 5, fold }), context);
    expect(shared(groupsOf(numbers?.training), groupsOf(numbers?.validation))).toEqual([]);
    validated.push(...(numbers?.validation ?? []));
  }
  expect(validated).toHaveLength(65);
  expect(new Set(validated).size).toBe(65);
});

test('missing numbers become the median of the training rows of the fold; what is 0 or 1 stays so', async () => {
  const medians = new Set<number>();
  let filledFolds = 0;
  for (let fold = 0; fold < 5; fold++) {
    const { training, validation, standardization, numbers, originalValidation } = await loadSplit(
      request({ foldCount: 5, fold }),
      context,
    );
    const known = Array.from(numbers?.training ?? [], (row) => table.features[2 * row] ?? NaN)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const middle = known.length / 2;
    const median = ((known[Math.ceil(middle) - 1] ?? 0) + (known[Math.floor(middle)] ?? 0)) / 2;
    const scaling = standardization?.features?.[0];
    expect(scaling?.median).toBe(median);
    medians.add(median);
    expect([...training.features, ...validation.features].some(Number.isNaN)).toBe(false);
    const filled = Math.fround((median - (scaling?.mean ?? 0)) * (scaling?.scale ?? 0));
    const missing = originalValidation.features.findIndex((value) => Number.isNaN(value));
    if (missing < 0) continue; // Nothing is missing in this fold.
    filledFolds += 1;
    expect(validation.features[missing]).toBe(filled);
    expect(validation.features[missing + 1]).toBe(1);
  }
  expect(medians.size).toBeGreaterThan(1);
  expect(filledFolds).toBeGreaterThan(2);
});

test('what cannot be divided is told', async () => {
  const pairs = { ...table, firstEqual: table.firstEqual.map((_, row) => row - (row % 2)) };
  const ask = request({ dataset: ownTableDataset(pairs), trainingExamples: 41 });
  await expect(loadSplit(ask, context)).rejects.toThrow('so that equal rows stay together');
});
