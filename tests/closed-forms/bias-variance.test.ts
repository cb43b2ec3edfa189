/**
 * The sum: bias² + variance is the mean squared distance of trained networks from the truth, exactly, and with the
 * noise their error on fresh targets, as far as the luck of those goes. Through the batch job that the page uses.
 */
import { describe, expect, it } from 'vitest';
import { mean } from '../../src/base/statistics/summary.ts';
import type { LaneResult } from '../../src/figures/lane-result.ts';
import { planBiasVariance } from '../../src/plans/bias-variance.ts';
import type { BiasVariance } from '../../src/plans/bias-variance.ts';
import { OFF } from '../../src/plans/sweep-settings.ts';
import { sweepBase } from '../../src/presets/sweep/sweep-preset.ts';
import type { BatchEvent } from '../../src/protocol/batch-messages.ts';
import { BatchJob } from '../../src/trainer/batch-job/batch-job.ts';
import { BACKENDS, openBackend } from './backends.ts';

const base = (dataset: 'sine' | 'step' | 'ring', noise: number) =>
  sweepBase({
    data: { dataset, trainingExamples: 20, validationExamples: 200, noise, wrongLabelShare: 0 },
    network: { hiddenLayers: [16] },
    training: { optimizer: 'adam', learningRate: 0.01, batchSize: 20, epochs: 60 },
  });

const PLAN: BiasVariance = {
  base: base('sine', 0.3),
  seed: 3,
  axis: { setting: 'l2.lambda', values: [OFF, 0.03] },
  sets: 8,
  redrawn: 'everything',
};

/** As a worker trains it. */
async function train(backend: (typeof BACKENDS)[number], setup: BiasVariance) {
  const plan = planBiasVariance(setup);
  const compute = await openBackend(backend);
  const trainings = plan.lanes();
  const results = await new Promise<readonly LaneResult[]>((resolve, reject) => {
    const job = new BatchJob({
      post: (event: BatchEvent) => {
        if (event.type === 'lanesTrained') resolve(event.results);
        if (event.type === 'lanesFailed') reject(new Error(event.failure.message));
      },
      chooseBackend: () =>
        Promise.resolve({ compute, report: { name: 'cpu', reason: '', renderer: null } } as never),
      baseUrl: '/',
      breathe: () => Promise.resolve(),
    });
    const specs = trainings.map(({ spec }) => spec);
    job.handle({ type: 'trainLanes', chunkId: 1, specs, wishes: plan.wishes, backend: 'cpu' });
  });
  return plan.summarise(
    new Map(trainings.flatMap(({ key }, i) => (results[i] ? [[key, results[i]]] : []))),
  );
}

describe.each(BACKENDS)('%s: bias², variance and noise', (backend) => {
  it.each([
    { name: 'a sine', setup: PLAN },
    { name: 'a step, two training sets', setup: { ...PLAN, base: base('step', 0.3), sets: 2 } },
    { name: 'a truth without noise', setup: { ...PLAN, base: base('sine', 0) } },
    { name: 'classes drawn by probabilities', setup: { ...PLAN, base: base('ring', 0.1) } },
    { name: 'data redrawn alone', setup: { ...PLAN, redrawn: 'data' } as const },
    { name: 'networks redrawn alone', setup: { ...PLAN, redrawn: 'network' } as const },
  ])('add up: $name', async ({ setup }) => {
    const { values, truth } = await train(backend, setup);
    if (truth?.noise === null || !truth) throw new Error('Its truth is known.');
    for (const { answers, parts, test, diverged } of values) {
      expect(diverged).toEqual([]);
      const distances = answers.map((one) =>
        one.reduce((sum, p, i) => sum + (p - (truth.answers[i] ?? NaN)) ** 2 / truth.places, 0),
      );
      expect((parts?.bias2 ?? NaN) + (parts?.variance ?? NaN)).toBeCloseTo(mean(distances), 10);
      const gap = (test?.error ?? NaN) - mean(distances) - truth.noise;
      expect(Math.abs(gap)).toBeLessThanOrEqual(4 * (test?.luck ?? NaN) + 1e-12);
    }
  });

  it('add up without a network that diverged, which is named', async () => {
    const { values } = await train(backend, {
      ...PLAN,
      base: base('sine', 0.3),
      axis: { setting: 'training.learningRate', values: [0.01, 1e300] },
    });
    const [sound, lost] = values;
    expect(sound?.answers).toHaveLength(8);
    expect(lost?.diverged.length).toBeGreaterThan(0);
    expect((lost?.answers.length ?? NaN) + (lost?.diverged.length ?? NaN)).toBe(8);
    if ((lost?.answers.length ?? 0) < 2) expect(lost?.parts).toBeNull();
  });
});

it('networks that share data differ by training alone, and the other way round', async () => {
  const [data, network] = [
    await train('WASM', { ...PLAN, redrawn: 'data' }),
    await train('WASM', { ...PLAN, redrawn: 'network' }),
  ];
  const variance = ({ values }: typeof data) => values[0]?.parts?.variance ?? NaN;
  expect(variance(data)).toBeGreaterThan(0);
  expect(variance(network)).toBeGreaterThan(0);
  expect(variance(data)).not.toBeCloseTo(variance(network), 6);
});
