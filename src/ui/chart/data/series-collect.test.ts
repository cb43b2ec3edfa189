import { describe, expect, it } from 'vitest';
import { armStyle } from '../../arm-style.ts';
import { collectSeries, lastEpoch, lonePoints } from './series-collect.ts';
import { EPOCH_AXES } from '../axis/epoch-axis.ts';
import { describeReading, readAt } from '../draw/series-describe.ts';
import { drawSeries } from '../draw/series-draw.ts';
import type { LaneSource, RunMeasure } from './run-source.ts';
import type { Series } from './series-types.ts';

type Figure = 'val' | 'train';
const MEASURE: RunMeasure<Figure> = {
  noun: 'score',
  lines: [
    { name: 'validation', short: 'val', legend: 'validation', look: 'solid', figure: 'val' },
    { name: 'training', short: 'train', legend: 'training', look: 'dashed', figure: 'train' },
  ],
  best: 'highest',
  formatShort: String,
  formatExact: (value) => String(Number(value.toFixed(3))),
  formatSpread: (value) => String(Number(value.toFixed(3))),
  widest: 1,
  formatTick: String,
  domain: { initial: [0, 1], floor: 0, ceiling: 1, smallestSpan: 1, settled: 0, cutOff: 1 },
};

interface LaneFacts {
  readonly kind?: string;
  readonly replicate?: number;
  readonly stepsPerEpoch?: number;
  readonly restoredEpoch?: number;
}

function lane(
  armId: string,
  val: number[],
  train: number[],
  { kind, replicate = 0, stepsPerEpoch = 10, restoredEpoch }: LaneFacts = {},
): LaneSource<Figure> {
  return {
    lane: { armId, replicate, stepsPerEpoch },
    length: val.length,
    end: kind === undefined ? null : { kind },
    restoredEpoch: restoredEpoch ?? null,
    value: (figure, epoch) => (figure === 'val' ? val : train)[epoch] ?? NaN,
  };
}

const WHOLE = { from: 0, to: 50, end: 50 };
const PLAIN = { smoothing: 0, showsSeeds: false };
const draw = (one: Series | undefined) => (one ? drawSeries(one, WHOLE, PLAIN).points : []);
const arm = (id: string) => ({ id, label: id, name: id, ...armStyle(id) });
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
    expect(draw(validation).map(({ value }) => value)).toEqual([0.1, null, 0.3, null]);
    expect(validation?.last).toBe(2);
    expect(lonePoints(draw(validation)).map(({ epoch }) => epoch)).toEqual([0, 2]);
  });

  it('knows which lane stopped, and the last epoch of all', () => {
    const series = collectSeries(
      [lane('A', [0.1, 0.2], [0, 0], { kind: 'diverged' }), lane('B', [0.1, 0.2, 0.3], [0, 0, 0])],
      [A, B],
      MEASURE,
    );
    expect(series.map(({ stopped }) => stopped)).toEqual(['diverged', 'diverged', null, null]);
    expect(lastEpoch(series)).toBe(2);
    expect(lastEpoch([])).toBe(-1);
    const readings = readAt(series, 2);
    expect(readings.map(({ cells }) => cells[0]?.value)).toEqual([NaN, 0.3]);
    expect(describeReading(readings, MEASURE, { axis: EPOCH_AXES.epochs, at: 2 })).toBe(
      'Epoch 2. A: stopped. B: validation 0.3, training 0',
    );
  });
});

describe('a line that is a difference', () => {
  const GAP = {
    best: null,
    lines: [
      { ...MEASURE.lines[0], name: 'gap', figure: 'val', minus: 'train' },
    ] as RunMeasure<Figure>['lines'],
  };

  it('is the figure minus the other one, with its sign, and missing where either is', () => {
    const [gap] = collectSeries([lane('A', [0.5, 0.9, 0.4, NaN], [0.5, 0.2, 0.7, 1])], [A], GAP);
    expect([...(gap?.values ?? [])].map((value) => Number(value.toFixed(9)))).toEqual([
      ...[0, 0.7, -0.3, NaN],
    ]);
    expect(gap?.best).toBe(-1);
  });
});

describe('repeated runs', () => {
  const three = [
    lane('A', [0, 1, 2], [0, 0, 0], { replicate: 0 }),
    lane('A', [0, 4, 5], [0, 0, 0], { replicate: 1, restoredEpoch: 1 }),
    lane('A', [0, 7], [0, 0], { replicate: 2, kind: 'diverged', restoredEpoch: 1 }),
  ];

  it('are drawn as their mean with the sample standard deviation', () => {
    const [mean] = collectSeries(three, [A], MEASURE);
    expect([...(mean?.values ?? [])]).toEqual([0, 4, 3.5]);
    expect(mean?.spread?.[1]).toBe(3);
    expect(mean?.spread?.[2]).toBeCloseTo(Math.sqrt(4.5), 9);
    expect(mean?.columns).toHaveLength(3);
    expect(mean && drawSeries(mean, WHOLE, PLAIN).band).toEqual([
      [
        { epoch: 0, low: 0, high: 0 },
        { epoch: 1, low: 1, high: 7 },
        { epoch: 2, low: 3.5 - Math.sqrt(4.5), high: 3.5 + Math.sqrt(4.5) },
      ],
    ]);
  });

  it('are drawn one by one where that is wanted', () => {
    const [mean] = collectSeries(three, [A], MEASURE);
    const drawn = mean && drawSeries(mean, WHOLE, { ...PLAIN, showsSeeds: true });
    expect(drawn?.seeds.map((points) => points.map(({ value }) => value))).toEqual([
      [0, 1, 2],
      [0, 4, 5],
      [0, 7],
    ]);
  });

  it('have their best epoch where all of them are in the mean', () => {
    const lanes = [
      lane('A', [0, 1, 2, 1, 9], [0, 0, 0, 0, 0], { replicate: 0 }),
      lane('A', [0, 1, 2, 1], [0, 0, 0, 0], { replicate: 1, kind: 'stoppedEarly' }),
    ];
    const [mean] = collectSeries(lanes, [A], MEASURE);
    expect(mean?.values[4]).toBe(9);
    expect(mean?.best).toBe(2);
  });

  it('say when some of them have ended or put an epoch back', () => {
    const [mean] = collectSeries(three, [A], MEASURE);
    expect(mean?.stopped).toBeNull();
    expect(mean?.partings).toEqual([{ epoch: 1, kind: 'diverged', lanes: 1, remaining: 2 }]);
    expect(mean?.restored).toEqual([{ epoch: 1, lanes: 2 }]);
    const [reading] = readAt(mean ? [mean] : [], 2);
    expect(reading?.cells[0]).toMatchObject({ value: 3.5, seeds: '2 of 3 seeds' });
    expect(
      describeReading(readAt(mean ? [mean] : [], 1), MEASURE, { axis: EPOCH_AXES.epochs, at: 1 }),
    ).toBe('Epoch 1. A: validation 4 ± 3');
  });
});

describe('the axis in steps', () => {
  const unlike = [
    lane('A', [0, 1, 2, 3, 4], [0, 0, 0, 0, 0], { stepsPerEpoch: 10 }),
    lane('B', [5, 6, 7], [0, 0, 0], { stepsPerEpoch: 20 }),
  ];

  it('reads each arm at its newest epoch that was over by then', () => {
    const series = collectSeries(unlike, [A, B], MEASURE, { unit: 'steps' });
    expect(series.map(({ pace }) => pace)).toEqual([10, 10, 20, 20]);
    const at = (step: number) =>
      readAt(series, step).map(({ epoch, cells }) => [epoch, cells[0]?.value]);
    expect(at(30)).toEqual([
      [3, 3],
      [1, 6],
    ]);
    expect(at(40)).toEqual([
      [4, 4],
      [2, 7],
    ]);
    expect(describeReading(readAt(series, 30), MEASURE, { axis: EPOCH_AXES.steps, at: 30 })).toBe(
      'Step 30. A, epoch 3: validation 3, training 0. B, epoch 1: validation 6, training 0',
    );
  });
});

describe('the reference', () => {
  it('is told apart from the run, and has no marks', () => {
    const kept = [lane('A', [0.1, 0.9], [0, 0], { restoredEpoch: 1 })];
    const series = collectSeries(kept, [A], MEASURE, { isReference: true });
    expect(series.map(({ id }) => id)).toEqual(['reference A validation', 'reference A training']);
    expect(series.map(({ best, restored }) => [best, restored.length])).toEqual([
      [-1, 0],
      [-1, 0],
    ]);
    expect(describeReading(readAt(series, 1), MEASURE, { axis: EPOCH_AXES.epochs, at: 1 })).toBe(
      'Epoch 1. Reference A: validation 0.9, training 0',
    );
  });
});
