import { describe, expect, it } from 'vitest';
import { armStyle } from './arm-style.ts';
import { collectSeries, lastEpoch, lonePoints } from './series-collect.ts';
import { describeEpoch, readEpoch } from './series-describe.ts';
import type { LaneSource, Measure } from './series-types.ts';

type Figure = 'val' | 'train';
const MEASURE: Measure<Figure> = {
  noun: 'score',
  figures: { validation: 'val', training: 'train' },
  best: 'highest',
  formatShort: String,
  formatExact: String,
  widest: 1,
  formatTick: String,
  domain: { initial: [0, 1], floor: 0, ceiling: 1, smallestSpan: 1, settled: 0, cutOff: 1 },
};

function lane(armId: string, val: number[], train: number[], kind?: string): LaneSource<Figure> {
  return {
    lane: { armId, replicate: 0, fold: 0 },
    length: val.length,
    end: kind === undefined ? null : { kind },
    restoredEpoch: null,
    value: (figure, epoch) => (figure === 'val' ? val : train)[epoch] ?? NaN,
  };
}
const arm = (armId: string) => ({ armId, name: armId, ...armStyle(armId) });
const [A, B] = [arm('A'), arm('B')];

describe('collectSeries', () => {
  it('makes a validation and a training line per arm, in the order of the arms', () => {
    const series = collectSeries([lane('A', [1], [2]), lane('B', [3], [4])], [B, A], MEASURE);
    expect(series.map(({ id }) => id)).toEqual([
      'B validation',
      'B training',
      'A validation',
      'A training',
    ]);
    expect(series.map(({ values }) => values[0])).toEqual([3, 4, 1, 2]);
  });

  it('leaves out arms that the run does not have', () => {
    expect(collectSeries([lane('A', [1], [2])], [B], MEASURE)).toEqual([]);
  });

  it('marks the best epoch of validation, the first of equals, only past epoch 0', () => {
    const best = (...val: number[]) =>
      collectSeries([lane('A', val, val)], [A], MEASURE).map((one) => one.best);
    expect(best(0.1, 0.8, 0.9, 0.9, 0.7)).toEqual([2, -1]);
    expect(best(0.5, 0.4)).toEqual([-1, -1]);
    expect(best(NaN, NaN, 0.4)).toEqual([2, -1]);
    expect(best()).toEqual([-1, -1]);
  });

  it('breaks the line where there is no value', () => {
    const [validation] = collectSeries([lane('A', [0.1, NaN, 0.3, Infinity], [])], [A], MEASURE);
    expect(validation?.points.map(({ value }) => value)).toEqual([0.1, null, 0.3, null]);
    expect(validation?.last).toBe(2);
    expect(lonePoints(validation?.points ?? []).map(({ epoch }) => epoch)).toEqual([0, 2]);
  });

  it('knows which lane stopped, and the last epoch of all', () => {
    const series = collectSeries(
      [lane('A', [0.1, 0.2], [0, 0], 'diverged'), lane('B', [0.1, 0.2, 0.3], [0, 0, 0])],
      [A, B],
      MEASURE,
    );
    expect(series.map(({ stopped }) => stopped)).toEqual(['diverged', 'diverged', null, null]);
    expect(lastEpoch(series)).toBe(2);
    expect(lastEpoch([])).toBe(-1);
    expect(readEpoch(series, 2).map(({ validation }) => validation)).toEqual([NaN, 0.3]);
    expect(describeEpoch(series, MEASURE, 2)).toBe(
      'Epoch 2. A: stopped. B: validation 0.3, training 0',
    );
  });
});
