/** What is asked of the worker that trains experiments to their end, and what it answers. */
import type { LaneFigures } from '../../src/engine/measuring.ts';
import type { Experiment } from '../../src/protocol/experiment.ts';
import type { BackendChoice } from '../../src/protocol/messages.ts';

export interface EffectsRequest {
  readonly experiment: Experiment;
  readonly backend: BackendChoice;
}

export interface EffectsAnswer {
  /** Per lane (the arms in their order, repeat by repeat), a row an epoch from epoch 0 to the last, or to where it diverged. */
  readonly curves: readonly (readonly Omit<LaneFigures, 'wrongRowAnswers'>[])[];
  /** Epoch put back by early stopping, per lane. */
  readonly restored: readonly (number | null)[];
  /** Of the first lane's data. */
  readonly wrongLabels: number;
  readonly seconds: number;
}
