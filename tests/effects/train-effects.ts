/** Trains experiments in a real Chromium on WASM, where a seed gives the same run on every device. */
import { openWorkerPage } from '../../tools/worker-page.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { EffectsAnswer, EffectsRequest, Wishes } from './effects.ts';

export type Train = (
  experiment: Experiment,
  seed: number,
  wishes?: Wishes,
) => Promise<EffectsAnswer>;

export interface Trainer {
  readonly train: Train;
  readonly close: () => Promise<void>;
}

export async function openTrainer(): Promise<Trainer> {
  // Built, so that no edit of a source in the meantime reloads the page.
  const worker = await openWorkerPage('tests/effects/effects.worker.ts', { built: true });
  const train: Train = async (experiment, seed, wishes = {}) => {
    const seeded = { ...experiment, training: { ...experiment.training, seed } };
    const request: EffectsRequest = { experiment: seeded, backend: 'wasm', wishes };
    return (await worker.call(request)) as EffectsAnswer;
  };
  return { train, close: worker.close };
}
