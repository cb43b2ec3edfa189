/** Masks worked out anew against what the CPU kernels and the gathering of batches did in the same step. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../../tests/closed-forms/backends.ts';
import { Watch } from '../../../tests/closed-forms/watched-backend.ts';
import { examplesOf, lanePlan, runData } from '../../../tests/lane-plan.ts';
import type { ComputeBackend, FloatArray } from './kernels.ts';
import { droppedInputs, droppedUnits, rowsOfStep } from './step-masks.ts';
import { TrainingRun } from '../lanes/training-run.ts';

const ROWS = 26;
const INPUTS = 7;
const HIDDEN = [40, 23] as const;
// No feature is 0, and each row tells which it is.
const features = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: INPUTS }, (__, input) => 1 + row + input / 100),
);
const data = runData(
  examplesOf(
    features,
    features.map((_, row) => row % 3),
  ),
);
/** 26 rows in batches of 8: 8, 8, 8 and 2. */
const BATCH_SIZE = 8;

let inner: ComputeBackend;
beforeAll(async () => {
  inner = await openBackend('CPU in double precision');
});

function start(rate: number, inputRate: number, watch: Watch): TrainingRun {
  return new TrainingRun(watch.backend, [
    lanePlan({
      ...{ data, batchSize: BATCH_SIZE, learningRate: 0.001, seed: 9, task: 'classification' },
      // Never 0 by itself.
      activation: 'sigmoid',
      sizes: [INPUTS, ...HIDDEN, 3],
      regularizers: { dropout: { rate, inputRate } },
    }),
  ]);
}

const identity = { seed: 9, replicate: 0, fold: 0 };
const isZero = (values: FloatArray | undefined, count: number) =>
  Uint8Array.from(values?.subarray(0, count) ?? [], (value) => Number(value === 0));

describe('masks of a step', () => {
  it.each([
    [0.5, 0.2],
    [0.2, 0.9],
    [0.95, 0],
  ])('are those that were used, at rates %f and %f of inputs', async (rate, inputRate) => {
    const watch = new Watch(inner);
    const run = start(rate, inputRate, watch);
    let droppedInAll = 0;
    for (let step = 0; step < 9; step++) {
      run.step();
      const batch = rowsOfStep(identity, ROWS, BATCH_SIZE, step);
      const calls = [0, 1].map((layer) => watch.call('denseForward', layer));
      const [input, ...outputs] = await Promise.all([
        watch.read(calls[0]?.input ?? watch.call('denseForward').input),
        ...calls.map(({ output }) => watch.read(output)),
      ]);
      expect(watch.steps[step]?.rows).toBe(batch.length);
      const inputsKept = droppedInputs(identity, step, 1 - inputRate, [batch.length, INPUTS]);
      expect(inputsKept).toEqual(isZero(input, batch.length * INPUTS));
      batch.forEach((row, i) => {
        for (let j = 0; j < INPUTS; j++) {
          const expected = inputsKept[i * INPUTS + j]
            ? 0
            : (features[row]?.[j] ?? NaN) / (1 - inputRate);
          expect(input[i * INPUTS + j]).toBeCloseTo(expected, 4);
        }
      });
      HIDDEN.forEach((units, layer) => {
        const mask = droppedUnits(identity, step, 1 - rate, layer, [batch.length, units]);
        expect(mask).toEqual(isZero(outputs[layer], batch.length * units));
        droppedInAll += mask.reduce((sum, one) => sum + one, 0);
      });
    }
    // 26 + 26 + 8 rows of 63 units: the share is close to the rate.
    expect(droppedInAll / (60 * 63)).toBeGreaterThan(rate - 0.03);
    expect(droppedInAll / (60 * 63)).toBeLessThan(rate + 0.03);
    run.dispose();
  });

  it('are none at rate 0', () => {
    expect(droppedUnits(identity, 3, 1, 0, [4, 30])).toEqual(new Uint8Array(120));
  });

  it('go through every training row once an epoch', () => {
    const epochs = [0, 1].map((epoch) =>
      [0, 1, 2, 3].flatMap((step) => [...rowsOfStep(identity, ROWS, BATCH_SIZE, 4 * epoch + step)]),
    );
    for (const rows of epochs)
      expect(rows.toSorted((a, b) => a - b)).toEqual(features.map((_, row) => row));
    expect(epochs[0]).not.toEqual(epochs[1]);
  });
});

describe('settings of the last step', () => {
  it('are those it was taken with, whatever was changed since', async () => {
    const run = start(0.5, 0, new Watch(inner));
    const keep = async () => {
      const inside = (await run.lookInside(new Set([0]))).get(0);
      return [
        inside?.step,
        inside?.stepSettings.slots.keepHidden,
        inside?.settings.slots.keepHidden,
      ];
    };
    const change = (keepHidden: number) =>
      run.changeLane(0, { learningRate: 0.001, slots: { keepHidden } }, () => 0);
    run.step();
    expect(await keep()).toEqual([1, 0.5, 0.5]);
    change(0.8);
    change(0.1);
    expect(await keep()).toEqual([1, 0.5, 0.1]);
    run.step();
    expect(await keep()).toEqual([2, 0.1, 0.1]);
    change(0.3);
    expect(await keep()).toEqual([2, 0.1, 0.3]);
    run.dispose();
  });
});
