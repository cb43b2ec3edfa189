/**
 * Dropout as the paper defines it: moments of what it leaves, independence of its masks, none of it when
 * the network is used, and, on the inputs of a linear model, a ridge penalty scaled feature by feature.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeBackend, FloatArray } from '../../src/engine/step/kernels.ts';
import { TrainingRun } from '../../src/engine/lanes/training-run.ts';
import { examplesOf, lanePlan, layerOf, runData, statesOf } from '../lane-plan.ts';
import { BACKENDS, openBackend } from './backends.ts';
import { ridge } from '../../src/closed-forms/ridge.ts';
import { transpose } from '../../src/closed-forms/matrix.ts';
import { correlatedDesign, normals, responses } from './random-designs.ts';
import { Watch } from './watched-backend.ts';

const ROWS = 64;
const UNITS = 300;

describe.each(BACKENDS)('%s', (name) => {
  let inner: ComputeBackend;
  beforeAll(async () => {
    inner = await openBackend(name);
  });

  /**
   * What one hidden layer puts out in the given number of steps, [step][row × unit], with the same
   * rows and weights in every step.
   */
  async function hiddenOutputs(rate: number, steps: number): Promise<FloatArray[]> {
    const watch = new Watch(inner);
    const data = runData(examplesOf(normals(ROWS, 8, 2), new Array<number>(ROWS).fill(0)));
    const regularizers = { dropout: { rate, inputRate: 0 } };
    const wish = { sizes: [8, UNITS, 1], activation: 'tanh', learningRate: 0 } as const;
    const run = new TrainingRun(watch.backend, [lanePlan({ ...wish, data, regularizers })]);
    const outputs: FloatArray[] = [];
    for (let step = 0; step < steps; step++) {
      run.step();
      outputs.push(await watch.read(watch.call('denseForward').output));
    }
    run.dispose();
    return outputs;
  }

  it.each([0.2, 0.5, 0.8])('keeps mean, adds variance and drops the share p = %f', async (rate) => {
    const [[plain], [dropped]] = [await hiddenOutputs(0, 1), await hiddenOutputs(rate, 1)];
    const odds = rate / (1 - rate);
    let [zeros, difference, squares, fourths] = [0, 0, 0, 0];
    let [expectedSquares, worst] = [0, 0];
    plain?.forEach((x, i) => {
      const y = dropped?.[i] ?? NaN;
      if (y === 0) zeros += 1;
      else worst = Math.max(worst, Math.abs(y - x / (1 - rate)));
      difference += y - x;
      squares += (y - x) ** 2;
      expectedSquares += odds * x * x;
      // (y − x)² is x² with probability p, else (odds·x)².
      fourths += x ** 4 * rate * (1 - rate) * (1 - odds * odds) ** 2;
    });
    const count = ROWS * UNITS;
    expect(plain).toHaveLength(count);
    expect(worst).toBeLessThan(1e-6);
    expect(Math.abs(zeros - count * rate)).toBeLessThan(3 * Math.sqrt(count * rate * (1 - rate)));
    expect(Math.abs(difference)).toBeLessThan(3 * Math.sqrt(expectedSquares));
    expect(Math.abs(squares - expectedSquares)).toBeLessThan(3 * Math.sqrt(fourths) + 1e-3);
  });

  it('draws masks that differ from step to step, independent between steps, rows and units', async () => {
    const steps = (await hiddenOutputs(0.5, 6)).map((out) =>
      Array.from(out, (y) => Number(y !== 0)),
    );
    const kept = steps.flat();
    const correlation = (lag: number) => {
      const pairs = kept.length - lag;
      let sum = 0;
      for (let i = 0; i < pairs; i++)
        sum += ((kept[i] ?? NaN) - 0.5) * ((kept[i + lag] ?? NaN) - 0.5);
      return Math.abs((4 * sum) / pairs) * Math.sqrt(pairs);
    };
    for (const lag of [1, 2, UNITS, 2 * UNITS, ROWS * UNITS, 2 * ROWS * UNITS])
      expect(correlation(lag)).toBeLessThan(3.5);
  });

  it('is the identity when the network is used: figures do not know the rate', async () => {
    const x = normals(30, 3, 2);
    const data = runData(examplesOf(x, responses(x, [1, -1, 2], {})));
    const wish = { sizes: [3, 20, 1], data, learningRate: 0.1 } as const;
    const rates = [0, 0.5, 0.95];
    const plans = rates.map((rate) =>
      lanePlan({ ...wish, regularizers: { dropout: { rate, inputRate: rate } } }),
    );
    const run = new TrainingRun(inner, plans);
    const atStart = [...(await run.measure()).values()];
    expect(atStart[0]?.trainingLoss).toBeGreaterThan(0);
    expect(atStart[1]).toEqual(atStart[0]);
    expect(atStart[2]).toEqual(atStart[0]);
    run.step();
    const later = [...(await run.measure()).values()];
    expect(later[1]?.trainingLoss).not.toBe(later[0]?.trainingLoss);
    run.dispose();
  });
});

it('on the inputs of a linear model it ends, on average, at a ridge scaled by feature', async () => {
  // Srivastava et al. (2014), section 9.1: λ_j = p/(1 − p) · Σᵢ x²ᵢⱼ / n. With a constant step the mean of
  // the iterates is that solution exactly, since the gradient is linear in the weights.
  const backend = await openBackend('CPU in double precision');
  const design = correlatedDesign(20, 4, 21);
  const y = responses(design, [1, -1, 0.5, 2], { intercept: 0.5, noise: 0.3 });
  const rate = 0.3;
  const strengths = transpose(design).map(
    (column) => ((rate / (1 - rate)) * column.reduce((sum, x) => sum + x * x, 0)) / y.length,
  );
  const expected = ridge(design, y, strengths).weights;
  const plain = ridge(design, y, 0).weights;
  const regularizers = { dropout: { rate: 0, inputRate: rate } };
  const data = runData(examplesOf(design, y));
  const plan = lanePlan({ sizes: [4, 1], data, learningRate: 0.1, regularizers });
  const run = new TrainingRun(backend, [plan]);
  const blocks: number[][] = [];
  for (let block = 0; block < 101; block++) {
    const sums = expected.map(() => 0);
    for (let step = 0; step < 100; step++) {
      run.step();
      layerOf((await statesOf(run))[0]).weights.forEach((w, j) => (sums[j] = (sums[j] ?? NaN) + w));
    }
    // The first is the way there.
    if (block > 0) blocks.push(sums.map((sum) => sum / 100));
  }
  run.dispose();
  expected.forEach((w, j) => {
    const { mean, standardError } = meanOf(blocks.map((block) => block[j] ?? NaN));
    expect(Math.abs(mean - w)).toBeLessThan(3 * standardError);
    // The test could tell: without the penalty the weights lie many standard errors away.
    expect(Math.abs((plain[j] ?? NaN) - w)).toBeGreaterThan(8 * standardError);
  });
});

function meanOf(values: readonly number[]): { mean: number; standardError: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (values.length - 1) / values.length) };
}
