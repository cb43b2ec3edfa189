/** Statistics of the last batch against a computation of its own from the weights before the step. */
import { describe, expect, it } from 'vitest';
import { BACKENDS, openBackend } from '../../../tests/closed-forms/backends.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../../../tests/lane-plan.ts';
import { rowsOfStep } from './step-masks.ts';
import { TrainingRun } from '../lanes/training-run.ts';

const ROWS = 30;
const UNITS = 6;
const features = Array.from({ length: ROWS }, (_, row) => [
  Math.sin(row),
  Math.cos(3 * row),
  row / 9,
]);
const data = runData(
  examplesOf(
    features,
    features.map((_, row) => row / ROWS),
  ),
);
const regularizers = { batchNorm: { momentum: 0.9 } };
const wish = { data, batchSize: 8, learningRate: 0.1 } as const;

describe.each(BACKENDS)('%s', (name) => {
  it('tells mean and variance that each lane of a group normalised with', async () => {
    const backend = await openBackend(name);
    const run = new TrainingRun(
      backend,
      // Lanes of one group that come apart at the first step.
      [0.1, 0.2].map((learningRate) =>
        lanePlan({ ...wish, sizes: [3, UNITS, 1], learningRate, regularizers }),
      ),
    );
    const look = async () => await run.lookInside(new Set([0, 1]));
    expect((await look()).get(0)?.batchStatistics).toEqual([]);
    for (let step = 0; step < 6; step++) {
      const before = await statesOf(run);
      run.step();
      const inside = await look();
      const batch = rowsOfStep({ seed: 1, replicate: 0, fold: 0 }, ROWS, 8, step);
      [0, 1].forEach((lane) => {
        const { weights, bias } = layerOf(before[lane]);
        const statistics = inside.get(lane)?.batchStatistics ?? [];
        expect(statistics).toHaveLength(1);
        for (let unit = 0; unit < UNITS; unit++) {
          const linear = Array.from(batch, (row) =>
            (features[row] ?? []).reduce(
              (sum, x, i) => sum + x * (weights[i * UNITS + unit] ?? NaN),
              bias[unit] ?? NaN,
            ),
          );
          const mean = linear.reduce((sum, z) => sum + z, 0) / linear.length;
          const variance =
            linear.reduce((sum, z) => sum + (z - mean) * (z - mean), 0) / linear.length;
          expect(statistics[0]?.mean[unit]).toBeCloseTo(mean, 4);
          expect(statistics[0]?.variance[unit]).toBeCloseTo(variance, 4);
        }
      });
      if (step > 0)
        expect(inside.get(0)?.batchStatistics).not.toEqual(inside.get(1)?.batchStatistics);
    }
    run.dispose();
  });

  it('has none without batch norm', async () => {
    const run = new TrainingRun(await openBackend(name), [lanePlan({ ...wish, sizes: [3, 4, 1] })]);
    run.step();
    expect((await run.lookInside(new Set([0]))).get(0)?.batchStatistics).toEqual([]);
    run.dispose();
  });
});
