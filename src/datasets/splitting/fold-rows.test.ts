import { expect, it } from 'vitest';
import { circles } from '../sets/circles.ts';
import { DataError } from '../dataset.ts';
import { fakeDataset } from '../fake-dataset-fixture.ts';
import type { Loads } from '../fake-dataset-fixture.ts';
import { loadSplit } from './split.ts';
import { foldsOf, context, namesOf } from './fold-rows-fixture.ts';

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
