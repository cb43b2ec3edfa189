/** Cross-validation of sets in files and of sets that are made: what must hold of the folds together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circles } from '../sets/circles.ts';
import { loadSplit } from './split.ts';
import type { SplitRequest } from './drawn-rows.ts';
import { fitStandardization, standardizeRows } from './standardization.ts';
import {
  foldsOf,
  context,
  request,
  namesOf,
  keptRows,
  plain,
  sorted,
  numbered,
} from './fold-rows-fixture.ts';

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
            // A row that never validates is looked up among the training rows.
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
