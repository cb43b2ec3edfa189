import { expect, it } from 'vitest';
import { examplesOf, lanePlan, runData } from '../../../tests/lane-plan.ts';
import type { LaneState } from '../../engine/lanes/lane-state.ts';
import { measureScaled } from './measure-scaled.ts';

const parameter = (...values: number[]) => ({
  value: Float64Array.from(values),
  first: null,
  second: null,
});
/** Two inputs, handed on by two hidden units, are the outputs of two classes. */
const STATE: LaneState = [
  { weights: parameter(1, 0, 0, 1), bias: parameter(0, 0), batchNorm: null },
  { weights: parameter(1, 0, 0, 1), bias: parameter(0, 0), batchNorm: null },
];
const ROWS = [
  [3, 1],
  [0, 2],
  [1, 0],
  [2, 2.5],
];
const plan = lanePlan({
  sizes: [2, 2, 2],
  task: 'classification',
  data: runData(examplesOf(ROWS, [0, 1, 1, 0])),
  learningRate: 0.1,
  regularizers: { dropout: { rate: 0.5, inputRate: 0 } },
});

it('keeps the order of the outputs and pulls them together', () => {
  const { byFactor } = measureScaled(plan, STATE, [1, 0.2]);
  const [right, small] = byFactor;
  expect([right?.accuracy, small?.accuracy]).toEqual([0.5, 0.5]);
  const winners = [2, 2, 1, 0.5].map((lead) => 1 / (1 + Math.exp(-lead)));
  expect(right?.confidence).toBeCloseTo(winners.reduce((a, b) => a + b) / 4, 12);
  expect(small?.confidence).toBeLessThan(right?.confidence ?? NaN);
  const losses = [2, 2, -1, -0.5].map((lead) => Math.log(1 + Math.exp(-lead)));
  expect(right?.loss).toBeCloseTo(losses.reduce((a, b) => a + b) / 4, 12);
});

it('measures the activations as inference has them', () => {
  const { byFactor } = measureScaled(plan, STATE, [1, 0.2]);
  const all = ROWS.flat().reduce((a, b) => a + b) / 8;
  expect(byFactor[0]?.activation).toBeCloseTo(all, 12);
  expect(byFactor[1]?.activation).toBeCloseTo(0.2 * all, 12);
});

it('measures those of training with masks, which keep the mean', () => {
  const many = Array.from({ length: 4000 }, (_, row) => [1, row % 2]);
  const wide = lanePlan({
    sizes: [2, 2, 2],
    task: 'classification',
    data: runData(
      examplesOf(
        many,
        many.map(() => 0),
      ),
    ),
    learningRate: 0.1,
    regularizers: { dropout: { rate: 0.2, inputRate: 0 } },
  });
  const { byFactor, trainingActivation } = measureScaled(wide, STATE, [1]);
  expect(byFactor[0]?.activation).toBeCloseTo(0.75, 12);
  expect(trainingActivation).not.toBe(byFactor[0]?.activation);
  expect(Math.abs(trainingActivation - 0.75)).toBeLessThan(0.02);
});
