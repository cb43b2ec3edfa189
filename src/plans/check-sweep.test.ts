import { describe, expect, it } from 'vitest';
import { cellProblem, checkSweep } from './check-sweep.ts';
import { cellsOf } from './sweep.ts';
import { sweepOf } from './sweep-form.ts';
import type { SweepForm } from './sweep-form.ts';
import { FORM } from './sweep-form-fixture.ts';

const problemOf = (change: Partial<SweepForm>) => checkSweep({ ...FORM, ...change })[0];
const spread = (setting: string, from: number, to: number, count: number) => ({
  setting,
  range: { spacing: 'linear', from, to, count, withOff: false } as const,
});
const judged = (change: Partial<SweepForm['judging']>) => ({
  judging: { ...FORM.judging, ...change },
});

describe('a sweep', () => {
  it('that can run has no problems', () => {
    expect(checkSweep(FORM)).toEqual([]);
  });

  it.each<[string, Partial<SweepForm>, string]>([
    [
      'one value',
      { axes: [{ setting: 'l2.lambda', range: { spacing: 'list', values: [1] } }] },
      'at least two',
    ],
    [
      'one setting on both axes',
      { axes: [FORM.axes[0], FORM.axes[0]].flatMap((a) => a ?? []) },
      'same setting',
    ],
    ['eleven folds', judged({ folds: 11 }), 'from 2 to 10 folds'],
    ['no seed', judged({ seeds: 0 }), 'from 1 to 10 seeds'],
    [
      'sizes of training sets with folds',
      { axes: [spread('data.trainingExamples', 50, 400, 3)] },
      'Choose one split',
    ],
    ['one left out of many', judged({ folds: 'leaveOneOut' }), 'for tables of up to 600'],
    [
      'too many cells',
      { axes: [spread('dropout.rate', 0, 0.9, 21), spread('l2.lambda', 0.1, 1, 20)] },
      'more than the 400',
    ],
    [
      'too many trainings',
      {
        axes: [spread('dropout.rate', 0, 0.9, 20), spread('l2.lambda', 0.1, 1, 20)],
        ...judged({ folds: 10, seeds: 10 }),
      },
      '40,000 trainings',
    ],
  ])('is refused for %s', (_, change, words) => {
    expect(problemOf(change)?.message).toContain(words);
  });

  it('runs where some of its cells cannot, and says why those do not', () => {
    const sizes = {
      setting: 'data.trainingExamples',
      range: { spacing: 'list', values: [100, 50_000] },
    } as const;
    const form = { ...FORM, axes: [sizes], ...judged({ folds: null }) };
    expect(checkSweep(form)).toEqual([]);
    const sweep = sweepOf(form);
    const [small, large] = cellsOf(sweep).map((cell) => cellProblem(sweep, cell));
    expect(small).toBeNull();
    expect(large).toMatch(/\d/);
  });

  it('is refused with the reason where none of its cells can', () => {
    const sizes = {
      setting: 'data.trainingExamples',
      range: { spacing: 'list', values: [40_000, 50_000] },
    } as const;
    expect(problemOf({ axes: [sizes], ...judged({ folds: null }) })?.path).toBe('base');
  });
});
