/** Trains experiments in a real Chromium on WASM, for the tests of what presets claim. */
import { afterAll, beforeAll } from 'vitest';
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { WorkerPage } from '../../tools/worker-page.ts';
import type { Experiment } from '../../src/protocol/experiment.ts';
import type { EffectsAnswer } from './effects.ts';

export const SEEDS = [1, 2, 3, 4, 5];

let worker: WorkerPage;

/** Opens the worker for the tests of a file. */
export function useEffectsWorker(): void {
  beforeAll(async () => {
    worker = await openWorkerPage('tests/effects/effects.worker.ts');
  });
  afterAll(() => worker.close());
}

export async function train(experiment: Experiment, seed: number): Promise<EffectsAnswer> {
  const seeded = { ...experiment, training: { ...experiment.training, seed } };
  return (await worker.call({ experiment: seeded, backend: 'wasm' })) as EffectsAnswer;
}

/** How an arm ended, in per cent and labels: at the epoch put back by early stopping, or at the last. */
export function arm({ curves, restored }: EffectsAnswer, index: number) {
  const curve = curves[index] ?? [];
  const last = curve[restored[index] ?? curve.length - 1];
  return {
    validation: 100 * (last?.validationAccuracy ?? NaN),
    training: 100 * (last?.trainingAccuracy ?? NaN),
    loss: last?.validationLoss ?? NaN,
    best: 100 * Math.max(...curve.map((row) => row.validationAccuracy)),
    believed: last?.wrongLabelsBelieved ?? NaN,
    zeros: last?.zeroWeights ?? NaN,
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
