/**
 * The Sweep page's coefficient paths and its leave-one-out, trained as the page trains them (plan, lanes, batch
 * job, folds) on the committed Diabetes table, against solutions that need no training.
 */
import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs';
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LaneSpec } from '../../src/experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../../src/figures/lane-result.ts';
import { coefficientPaths, largestDifference } from '../../src/plans/coefficient-paths.ts';
import { planSweep } from '../../src/plans/sweep.ts';
import type { Sweep } from '../../src/plans/sweep.ts';
import { OFF } from '../../src/plans/sweep-settings.ts';
import { sweepBase } from '../../src/presets/sweep/sweep-preset.ts';
import type { BatchEvent } from '../../src/protocol/batch-messages.ts';
import { BatchJob } from '../../src/trainer/batch-job/batch-job.ts';
import { createCpuBackend } from '../../src/trainer/kernels/cpu/cpu-backend.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
beforeEach(() => {
  vi.stubGlobal('fetch', async (address: string | URL) => {
    const path = new URL(address).pathname;
    return new Response(await readFile(`public${path}`));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function train(
  specs: readonly LaneSpec[],
  wishes: LaneWishes,
): Promise<readonly LaneResult[]> {
  const known = tf.backend();
  if (!(known instanceof MathBackendCPU)) throw new Error('These tests need the CPU backend.');
  const event = await new Promise<BatchEvent>((resolve) => {
    const job = new BatchJob({
      post: (one) => {
        if (one.type !== 'lanesProgressed') resolve(one);
      },
      chooseBackend: () =>
        Promise.resolve({
          compute: createCpuBackend(known),
          report: { name: 'cpu', reason: 'A test.', renderer: null, hardware: false },
        }),
      baseUrl: 'https://site.test/',
      breathe: () => Promise.resolve(),
    });
    job.handle({ type: 'trainLanes', chunkId: 1, specs, wishes, backend: 'cpu' });
  });
  if (event.type !== 'lanesTrained') throw new Error(JSON.stringify(event));
  return event.results;
}

/** Full batches, long enough to come to the end of its way. */
function diabetes(setting: string, values: readonly (number | string)[]): Sweep {
  return {
    base: sweepBase({
      data: {
        dataset: 'diabetes',
        trainingExamples: 300,
        validationExamples: 75,
        wrongLabelShare: 0,
      },
      network: { hiddenLayers: [] },
      training: { optimizer: 'momentum', learningRate: 0.05, batchSize: 300, epochs: 2500 },
    }),
    seed: 3,
    axes: [{ setting, values }],
    judging: { foldCount: 5, seeds: 1, metric: 'loss', at: 'last' },
  };
}

describe('coefficient paths on Diabetes', () => {
  it.each([
    ['ridge', 'l2.lambda', [0.01, 0.1, 1]],
    ['lasso', 'l1.lambda', [0.01, 0.1, 0.5]],
  ] as const)('agree with %s to three digits', async (_, setting, values) => {
    const sweep = diabetes(setting, values);
    const lanes = planSweep(sweep).lanes();
    const specs = lanes.filter(({ key }) => key.endsWith('/0/0')).map(({ spec }) => spec);
    const wishes = { curveEvery: null, best: null, weights: true, moments: true };
    const paths = coefficientPaths(sweep, await train(specs, wishes));
    expect(paths).toHaveLength(10);
    expect(largestDifference(paths)).toBeLessThan(5e-4);
    // They are paths of something: the weights are not all alike, and the strongest penalty shrinks them.
    const size = (at: number) =>
      paths.reduce((sum, { trained }) => sum + Math.abs(trained[at] ?? NaN), 0);
    expect(size(0)).toBeGreaterThan(1.5 * size(2));
  });

  it('have no closed form where something else regularizes too', async () => {
    const plain = diabetes('l1.lambda', [OFF, 0.1]);
    const base = { ...plain.base, regularizers: { l2: { lambda: 0.1 } } };
    const sweep = { ...plain, base: { ...base, training: { ...base.training, epochs: 2 } } };
    const lanes = planSweep(sweep).lanes();
    const specs = lanes.filter(({ key }) => key.endsWith('/0/0')).map(({ spec }) => spec);
    const wishes = { curveEvery: null, best: null, weights: true, moments: true };
    const paths = coefficientPaths(sweep, await train(specs, wishes));
    expect(paths.every(({ closedForm }) => closedForm === null)).toBe(true);
    expect(largestDifference(paths)).toBeNull();
  });
});
