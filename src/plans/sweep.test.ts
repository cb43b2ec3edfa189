import { describe, expect, it } from 'vitest';
import { chooseCell, judgeCells } from '../findings/sweep/choose-cell.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { laneResult } from '../figures/lane-result-fixture.ts';
import type { LaneResult } from '../figures/lane-result.ts';
import { laneBaseOf } from '../experiment/lane-base.ts';
import { betterOf, cellsOf, judgedAxes, planSweep } from './sweep.ts';
import type { Sweep } from './sweep.ts';
import { OFF, SWEEP_SETTINGS, findSweepSetting } from './sweep-settings.ts';

const plain = { id: 'A', name: null, regularizers: {} } as const;
const base = laneBaseOf(wrongLabels.experiment, plain);
const grid: Sweep = {
  base,
  seed: 7,
  axes: [
    { setting: 'l2.lambda', values: [OFF, 0.001, 0.01] },
    { setting: 'dropout.rate', values: [0, 0.5] },
  ],
  judging: { foldCount: 5, seeds: 2, metric: 'accuracy', at: 'last' },
};
const put = (id: string, value: number | string) => findSweepSetting(id)?.put(base, value);

describe('settings of a sweep', () => {
  it('are put into a base, and nothing else is changed', () => {
    expect(put('l2.lambda', 0.01)).toEqual({ ...base, regularizers: { l2: { lambda: 0.01 } } });
    expect(put('training.optimizer', 'sgd')?.training.optimizer).toBe('sgd');
    expect(put('network.width', 16)?.network.hiddenLayers).toEqual([16]);
    expect(put('network.depth', 3)?.network.hiddenLayers).toEqual([256, 256, 256]);
    expect(put('data.wrongLabelShare', 0)?.data.wrongLabelShare).toBe(0);
    expect(put('dropout.inputRate', 0.2)?.regularizers.dropout).toEqual({
      ...{ rate: 0.5, inputRate: 0.2 },
    });
  });

  it('off takes the regularizer away and leaves the others', () => {
    const both = {
      ...base,
      regularizers: { l2: { lambda: 1 }, l1: { lambda: 1, proximal: true } },
    };
    expect(findSweepSetting('l2.lambda')?.put(both, OFF).regularizers).toEqual({
      l1: { lambda: 1, proximal: true },
    });
  });

  it('have names of their own, and say which end is simpler', () => {
    expect(new Set(SWEEP_SETTINGS.map(({ id }) => id)).size).toBe(SWEEP_SETTINGS.length);
    const ends = ['l2.lambda', 'dropout.rate', 'earlyStopping.patience', 'training.epochs'].map(
      (id) => findSweepSetting(id)?.simpler,
    );
    expect(ends).toEqual(['last', 'last', 'first', 'first']);
    expect(findSweepSetting('data.noise')?.isProblem).toBe(true);
  });
});

describe('the plan of a sweep', () => {
  it('has a training for every cell, fold and seed, each with a key of its own', () => {
    const lanes = planSweep(grid).lanes();
    expect(lanes).toHaveLength(3 * 2 * 5 * 2);
    expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
  });

  it('gives all cells the same folds, seeds and rows', () => {
    const lanes = planSweep(grid).lanes();
    const ofCell = (place: string) =>
      lanes
        .filter(({ key }) => key.startsWith(`${place}/`))
        .map(({ spec: { identity, data, folds } }) => ({ identity, data, folds }));
    expect(ofCell('2,1')).toEqual(ofCell('0,0'));
    expect(ofCell('0,0').map(({ identity }) => `${identity.fold}${identity.replicate}`)).toEqual([
      '00',
      '01',
      '10',
      '11',
      '20',
      '21',
      '30',
      '31',
      '40',
      '41',
    ]);
  });

  it('divides the same rows where cells train on different numbers of them', () => {
    const sizes = { setting: 'data.trainingExamples', values: [50, 100, 600] };
    const lanes = planSweep({ ...grid, axes: [sizes] }).lanes();
    expect(new Set(lanes.map(({ spec }) => spec.folds?.trainingExamples))).toEqual(new Set([600]));
  });

  it('does not divide rows for a single split', () => {
    const judging = { ...grid.judging, foldCount: null };
    expect(
      planSweep({ ...grid, judging })
        .lanes()
        .some(({ spec }) => spec.folds),
    ).toBe(false);
  });

  it('summarises what is there, and chooses among cells that are whole', () => {
    const plan = planSweep(grid);
    const accuracy: Readonly<Record<string, number>> = { '1,0': 0.9, '1,1': 0.8 };
    const done = new Map(
      plan
        .lanes()
        .filter(({ key }) => !key.startsWith('2,1/4/1'))
        .map(({ key }) => {
          const row = { validationAccuracy: accuracy[key.split('/')[0] ?? ''] ?? 0.5 };
          return [key, laneResult(row)] as const;
        }),
    );
    const summary = plan.summarise(done);
    expect(summary.trainings).toEqual({ done: 59, all: 60 });
    expect(summary.cells.find(({ place }) => place.join() === '2,1')).toMatchObject({
      ...{ scores: null, done: 9 },
    });
    const whole = summary.cells.flatMap(({ place, scores }) => (scores ? [{ place, scores }] : []));
    const choice = chooseCell(judgeCells(whole), judgedAxes(grid), betterOf(grid.judging));
    expect(choice?.best.place).toEqual([1, 0]);
    expect(plan.summarise(new Map()).trainings.done).toBe(0);
  });

  it('scores a lane that diverged as none, and by the best epoch where that is wanted', () => {
    const one = {
      ...grid,
      axes: [{ setting: 'l2.lambda', values: [0.1] }],
      judging: { foldCount: null, seeds: 2, metric: 'loss', at: 'best' } as const,
    };
    const plan = planSweep(one);
    const [first, second] = plan.lanes();
    const finished = { end: { kind: 'finished' }, best: { validationLoss: 0.3 } } as LaneResult;
    const diverged = { end: { kind: 'diverged' }, best: null } as LaneResult;
    const results = new Map([
      [first?.key ?? '', finished],
      [second?.key ?? '', diverged],
    ]);
    expect(plan.wishes.best).toBe('validationLoss');
    expect(plan.summarise(results).cells[0]?.scores).toEqual([[0.3, NaN]]);
  });

  it('refuses a setting that nothing knows', () => {
    expect(() => cellsOf({ base, axes: [{ setting: 'magic', values: [1] }] })).toThrow('magic');
  });
});
