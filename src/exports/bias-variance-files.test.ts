import { describe, expect, it } from 'vitest';
import { laneResult } from '../figures/lane-result-fixture.ts';
import { formOfBiasVariance } from '../plans/bias-variance-form.ts';
import { planBiasVariance } from '../plans/bias-variance.ts';
import type { BiasVariance } from '../plans/bias-variance.ts';
import { l2StrengthTradeOff } from '../presets/bias-variance/l2-strength.ts';
import { biasVarianceCsv } from './bias-variance-csv.ts';
import { biasVarianceJson } from './bias-variance-json.ts';

const MADE = { at: '2026-11-29T12:00:00.000Z', app: '0.1.0', backend: 'auto' };

const SETUP: BiasVariance = {
  ...l2StrengthTradeOff.plan,
  axis: { setting: 'l2.lambda', values: ['off', 0.01] },
  sets: 4,
};
const answering = (value: number) =>
  laneResult({ trainingLoss: 0.1 }, { validationOutputs: new Float32Array(200).fill(value) });
const diverged = laneResult({}, { end: { kind: 'diverged', epoch: 3, restoredEpoch: null } });
const summary = planBiasVariance(SETUP).summarise(
  new Map([
    ['0/0', answering(0.25)],
    ['0/1', answering(0.75)],
    ['0/2', diverged],
    ['1/0', answering(0.5)],
  ]),
);

describe('bias and variance as CSV', () => {
  const rows = biasVarianceCsv(SETUP, summary).trimEnd().split(/\r?\n/);
  const cells = rows.map((row) => row.split(','));
  const column = (name: string) => cells[0]?.indexOf(name) ?? -1;

  it('has a row for every network that was trained', () => {
    expect(rows).toHaveLength(1 + 4);
    expect(cells[1]?.slice(0, 4)).toEqual(['off', '1', 'finished', '50']);
    expect(cells[3]?.slice(0, 3)).toEqual(['off', '3', 'diverged']);
    expect(cells[4]?.[0]).toBe('0.01');
    expect(new Set(cells.map((row) => row.length)).size).toBe(1);
  });

  it('has the parts of the error, and nothing where there are none', () => {
    expect(Number(cells[1]?.[column('variance of this value')])).toBeCloseTo(0.125, 6);
    expect(cells[1]?.[column('networks of this value')]).toBe('2');
    expect(cells[4]?.[column('variance of this value')]).toBe('');
    expect(cells[3]?.[column('squared error on fresh targets')]).toBe('');
  });
});

describe('bias and variance as JSON', () => {
  const document = JSON.parse(
    biasVarianceJson(formOfBiasVariance(SETUP, 'a preset'), SETUP, summary, MADE),
  ) as {
    readonly format: string;
    readonly truth: { readonly answers: number[]; readonly noise: number };
    readonly values: readonly {
      readonly variance?: number;
      readonly diverged: number[];
      readonly networks: readonly { readonly set: number; readonly answers: number[] | null }[];
    }[];
  };

  it('has what every network answers, from which the error can be taken apart again', () => {
    const [first] = document.values;
    const answers = first?.networks.flatMap((one) => (one.answers ? [one.answers] : [])) ?? [];
    expect(answers.map((one) => one.length)).toEqual([200, 200]);
    const variance = answers[0]?.reduce((sum, p, place) => {
      const other = answers[1]?.[place] ?? NaN;
      return sum + (p - other) ** 2 / 2 / 200;
    }, 0);
    expect(first?.variance).toBeCloseTo(variance ?? NaN, 9);
    expect(document.truth.answers).toHaveLength(200);
    expect(document.truth.noise).toBeCloseTo(0.09, 12);
  });

  it('names the training set whose network diverged', () => {
    expect(document.values[0]?.diverged).toEqual([2]);
    expect(document.values[0]?.networks.find(({ set }) => set === 2)?.answers).toBeNull();
  });
});
