import { describe, expect, it } from 'vitest';
import { laneResult } from '../figures/lane-result-fixture.ts';
import { endingAtJudged, judgedRow } from './judged-epoch.ts';
import { planSweep } from './sweep.ts';
import { FORM } from './sweep-form-fixture.ts';
import { countRestoring, suitedForm, sweepOf } from './sweep-form.ts';
import type { SweepForm } from './sweep-form.ts';
import { checkSweep } from './check-sweep.ts';

const earlyStopping = {
  metric: 'validationLoss',
  patience: 3,
  minDelta: 0,
  restoreBest: true,
} as const;
const stopping: SweepForm = {
  ...FORM,
  base: { ...FORM.base, regularizers: { earlyStopping } },
};
/** Patience from none to some: early stopping is off in the first cell. */
const patience: SweepForm = {
  ...FORM,
  axes: [{ setting: 'earlyStopping.patience', range: { spacing: 'list', values: ['off', 2, 5] } }],
};
const at = (form: SweepForm, epoch: SweepForm['judging']['at']): SweepForm => ({
  ...form,
  judging: { ...form.judging, at: epoch },
});

const row = (validationAccuracy: number, epoch: number) =>
  laneResult({ validationAccuracy, epoch }).row;
/** Trained for 50 epochs, best at 20; early stopping went back to 40. */
const restored = {
  ...laneResult(row(0.8, 40), { lastRow: row(0.7, 50), best: row(0.9, 20) }),
  end: { kind: 'stoppedEarly', epoch: 50, restoredEpoch: 40 },
} as const;

describe('the epoch that judges', () => {
  it('is the last that was trained, the best, or the one that was restored', () => {
    const epochs = (['last', 'best', 'restored'] as const).map(
      (one) => judgedRow(one, restored)?.epoch,
    );
    expect(epochs).toEqual([50, 20, 40]);
    const plan = planSweep({ ...sweepOf(at(stopping, 'last')), axes: [] });
    const results = new Map(plan.lanes().map(({ key }) => [key, restored] as const));
    const scores = (['last', 'restored'] as const).map(
      (one) =>
        planSweep({ ...sweepOf(at(stopping, one)), axes: [] }).summarise(results).cells[0]
          ?.scores?.[0]?.[0],
    );
    expect(scores).toEqual([0.7, 0.8]);
  });

  it('is none of a training that diverged', () => {
    const diverged = laneResult({}, { end: { kind: 'diverged', epoch: 3, restoredEpoch: null } });
    expect(judgedRow('last', diverged)).toBeNull();
  });

  it('restored and last are figures of the same trainings: nothing is trained anew', () => {
    const wishes = (['last', 'restored'] as const).map(
      (one) => planSweep(sweepOf(at(stopping, one))).wishes,
    );
    expect(wishes[0]).toEqual(wishes[1]);
  });

  it('is what a training can be made to end with', () => {
    const [lane] = planSweep(sweepOf(stopping)).lanes();
    if (!lane) throw new Error('There are cells.');
    const ending = (one: 'last' | 'best' | 'restored') => {
      const { training, regularizers } = endingAtJudged(lane.spec, one, restored);
      return [training.epochs, regularizers.earlyStopping?.restoreBest];
    };
    const { epochs } = lane.spec.training;
    expect(ending('restored')).toEqual([epochs, true]);
    expect(ending('last')).toEqual([epochs, false]);
    expect(ending('best')).toEqual([20, false]);
  });
});

describe('"restored" is a choice', () => {
  it('only where some cell goes back to an earlier epoch', () => {
    expect([FORM, patience, stopping].map(countRestoring)).toEqual([0, 2, 6]);
    expect(checkSweep(at(patience, 'restored'))).toEqual([]);
    const [problem] = checkSweep(at(FORM, 'restored'));
    expect(problem?.path).toBe('judging.at');
    expect(suitedForm(at(FORM, 'restored'), null).judging.at).toBe('last');
  });

  it('that comes with early stopping, and is left alone where it was there before', () => {
    expect(suitedForm(stopping, FORM).judging.at).toBe('restored');
    expect(suitedForm(stopping, stopping).judging.at).toBe('last');
    expect(suitedForm(stopping, null).judging.at).toBe('last');
  });

  it('that is not taken back while an axis is without values', () => {
    const [axis] = patience.axes;
    const unfinished = {
      ...at(patience, 'restored'),
      axes: [{ setting: axis?.setting ?? '', range: { spacing: 'list', values: [] } }],
    } as const;
    expect(suitedForm(unfinished, null).judging.at).toBe('restored');
  });
});
