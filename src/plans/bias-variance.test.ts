import { describe, expect, it } from 'vitest';
import { mean } from '../base/statistics/summary.ts';
import { sine } from '../datasets/sets/sine.ts';
import { ring } from '../datasets/sets/ring.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { laneResult } from '../figures/lane-result-fixture.ts';
import type { LaneResult } from '../figures/lane-result.ts';
import { sweepBase } from '../presets/sweep/sweep-preset.ts';
import { planBiasVariance } from './bias-variance.ts';
import type { BiasVariance, BiasVarianceKey } from './bias-variance.ts';
import { OFF } from './sweep-settings.ts';

const base = (dataset: 'sine' | 'ring' | 'digits', noise = 0.3) =>
  sweepBase({
    data: { dataset, trainingExamples: 20, validationExamples: 50, noise, wrongLabelShare: 0 },
    network: { hiddenLayers: [4] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 10 },
  });

const PLAN: BiasVariance = {
  base: base('sine'),
  seed: 7,
  axis: { setting: 'l2.lambda', values: [OFF, 0.01] },
  sets: 4,
  redrawn: 'everything',
};

function truthOf({ rows }: Dataset) {
  if (rows.kind !== 'generated' || !rows.truth) throw new Error('It has no truth.');
  return rows.truth;
}

/** A network that answers the truth, moved by `shift`. */
const shiftedBy = (shift: number): LaneResult =>
  laneResult(
    {},
    { validationOutputs: Float32Array.from(truthOf(sine).answers(0), (y) => y + shift) },
  );

const done = (results: Readonly<Record<BiasVarianceKey, LaneResult>>) =>
  new Map(Object.entries(results));

describe('the lanes', () => {
  it('are one for every value and training set, the first set of every value first', () => {
    const lanes = planBiasVariance(PLAN).lanes();
    expect(lanes.map(({ key }) => key)).toEqual([
      ...['0/0', '1/0', '0/1', '1/1', '0/2', '1/2', '0/3', '1/3'],
    ]);
    expect(lanes.every(({ spec }) => spec.data.validationExamples === 200)).toBe(true);
    expect(lanes[0]?.spec.regularizers).toEqual({});
    expect(lanes[1]?.spec.regularizers).toMatchObject({ l2: { lambda: 0.01 } });
  });

  it.each([
    { redrawn: 'everything', draws: [0, 1, 2, 3], replicates: [0, 1, 2, 3] },
    { redrawn: 'data', draws: [0, 1, 2, 3], replicates: [0, 0, 0, 0] },
    { redrawn: 'network', draws: [0, 0, 0, 0], replicates: [0, 1, 2, 3] },
  ] as const)('redraw $redrawn and nothing else', ({ redrawn, draws, replicates }) => {
    const lanes = planBiasVariance({ ...PLAN, redrawn })
      .lanes()
      .filter(({ key }) => key.startsWith('0/'));
    expect(lanes.map(({ spec }) => spec.trainingDraw)).toEqual(draws);
    expect(lanes.map(({ spec }) => spec.identity.replicate)).toEqual(replicates);
    expect(lanes.every(({ spec }) => spec.identity.seed === 7)).toBe(true);
  });

  it('keep the number of validation rows of a set that is not made', () => {
    const [lane] = planBiasVariance({ ...PLAN, base: base('digits') }).lanes();
    expect(lane?.spec.data.validationExamples).toBe(50);
  });
});

describe('the summary', () => {
  it('takes the error of the worked example apart, at every place', () => {
    const results = { '0/0': shiftedBy(-0.2), '0/1': shiftedBy(0.1), '0/2': shiftedBy(0.3) };
    const plan = planBiasVariance(PLAN);
    const { values } = plan.summarise(done({ ...results, '0/3': shiftedBy(0.2) }));
    expect(values[0]?.parts?.variance).toBeCloseTo(0.046667, 5);
    expect(values[0]?.parts?.bias2).toBeCloseTo(-0.001667, 5);
    expect(values[0]?.parts?.distance).toBeCloseTo(0.045, 5);
  });

  it('adds up with the noise to the error on fresh targets, within the luck of those', () => {
    const { values, truth } = planBiasVariance({ ...PLAN, sets: 30 }).summarise(
      done(
        Object.fromEntries(
          Array.from({ length: 30 }, (_, set) => [`0/${set}`, shiftedBy((set % 7) / 10 - 0.3)]),
        ),
      ),
    );
    const [{ parts, test } = {}] = values;
    if (!parts || !test || typeof truth?.noise !== 'number')
      throw new Error('There is no summary.');
    expect(truth.noise).toBeCloseTo(0.09, 12);
    expect(test.luck).toBeGreaterThan(0);
    expect(Math.abs(test.error - (parts.bias2 + parts.variance + truth.noise))).toBeLessThan(
      3 * test.luck,
    );
  });

  it('without noise is the test error itself', () => {
    const plan = planBiasVariance({ ...PLAN, base: base('sine', 0), sets: 2 });
    const { values, truth } = plan.summarise(
      done({ '0/0': shiftedBy(0.1), '0/1': shiftedBy(-0.3) }),
    );
    expect(truth?.noise).toBe(0);
    expect(values[0]?.test?.error).toBeCloseTo(values[0]?.parts?.distance ?? NaN, 12);
    expect(values[0]?.test?.luck).toBeCloseTo(0, 12);
  });

  it('leaves a network out that diverged, and names its training set', () => {
    const diverged = laneResult({}, { end: { kind: 'diverged', epoch: 3, restoredEpoch: null } });
    const endless = laneResult({}, { validationOutputs: new Float32Array(200).fill(Infinity) });
    const { values } = planBiasVariance(PLAN).summarise(
      done({ '0/0': shiftedBy(0.1), '0/1': diverged, '0/2': shiftedBy(0.2), '0/3': endless }),
    );
    expect(values[0]?.diverged).toEqual([1, 3]);
    expect(values[0]?.answers).toHaveLength(2);
    expect(values[0]?.parts?.variance).toBeCloseTo(0.005, 5);
  });

  it('tells what there is so far', () => {
    const plan = planBiasVariance(PLAN);
    const none = plan.summarise(new Map());
    expect(none.trainings).toEqual({ done: 0, all: 8 });
    expect(none.values.every(({ parts, test }) => parts === null && test === null)).toBe(true);
    const one = plan.summarise(done({ '1/2': shiftedBy(0.1) }));
    expect(one.trainings.done).toBe(1);
    expect(one.values[1]?.parts).toBeNull();
    expect(one.values[1]?.answers).toHaveLength(1);
    expect(one.values[1]?.test?.standardError).toBeNaN();
  });

  it('of classes is of probabilities, against those by which labels are drawn', () => {
    const truth = truthOf(ring);
    // Sure of the ring with .8 everywhere, by a margin of log 4.
    const outputs = Float32Array.from({ length: 3200 }, (_, i) => (i % 2 === 0 ? 0 : Math.log(4)));
    const sure = laneResult({}, { validationOutputs: outputs });
    const { values, truth: known } = planBiasVariance({
      ...PLAN,
      base: base('ring', 0.1),
    }).summarise(done({ '0/0': sure, '0/1': sure }));
    expect(known?.noise).toBeCloseTo(2 * 0.1 * 0.9, 9);
    const squares = Array.from(truth.answers(0.1), (q, i) => ((i % 2 === 0 ? 0.2 : 0.8) - q) ** 2);
    expect(values[0]?.parts?.variance).toBeCloseTo(0, 12);
    expect(values[0]?.parts?.bias2).toBeCloseTo(2 * mean(squares), 6);
    const error = (known?.noise ?? NaN) + 2 * mean(squares);
    const { test } = values[0] ?? {};
    expect(Math.abs((test?.error ?? NaN) - error)).toBeLessThan(0.03);
  });

  it('of real rows is against their labels, noise within bias²', () => {
    const targets = Float32Array.of(1, 0);
    const answer = (...outputs: number[]) =>
      laneResult({}, { validationOutputs: Float32Array.from(outputs), validationTargets: targets });
    const sure = answer(...[0, 50, 0, 0, 0, 0, 0, 0, 0, 0], ...[50, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const wrong = answer(...[0, 0, 50, 0, 0, 0, 0, 0, 0, 0], ...[50, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const { values, truth } = planBiasVariance({ ...PLAN, base: base('digits') }).summarise(
      done({ '0/0': sure, '0/1': wrong }),
    );
    expect(truth?.noise).toBeNull();
    // One of two images: the answers (1, 0) and (0, 1) have variance .5 in each of two classes.
    expect(values[0]?.parts?.variance).toBeCloseTo(0.5, 9);
    expect(values[0]?.parts?.bias2).toBeCloseTo(0, 9);
    expect(values[0]?.test?.error).toBeCloseTo(0.5, 9);
  });
});
