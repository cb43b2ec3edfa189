/** What is asked of the worker that trains experiments to their end, and what it answers. */
import type { Examples } from '../../src/engine/batches/examples.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import type { LaneFigures, SetFigures } from '../../src/engine/measuring/measuring.ts';
import type { NetworkPlan } from '../../src/engine/step/network.ts';
import type { Experiment } from '../../src/experiment/experiment.ts';
import type { BackendChoice } from '../../src/protocol/messages.ts';
import type { StabilityView } from '../../src/protocol/views.ts';

/** What may be wanted besides the curves. */
export interface Wishes {
  /** The networks as they are at the end. */
  readonly networks?: boolean;
  /** Their figures on the sealed test rows. */
  readonly test?: boolean;
  /** How much the repeats of each arm disagree. */
  readonly stability?: boolean;
}

export interface EffectsRequest {
  readonly experiment: Experiment;
  readonly backend: BackendChoice;
  readonly wishes: Wishes;
}

/** A row of a curve: what is too large to send epoch by epoch is left out. */
export type EpochFigures = Omit<
  LaneFigures,
  'wrongRowAnswers' | 'validationAnswers' | 'validationOutputs'
>;

export interface FinalNetwork {
  readonly network: Pick<NetworkPlan, 'activation' | 'batchNorm' | 'task'>;
  readonly state: LaneState;
  readonly validation: Examples;
}

export interface EffectsAnswer {
  /** Per lane (the arms in their order, repeat by repeat), a row an epoch from epoch 0 to the last, or to where it diverged. */
  readonly curves: readonly (readonly EpochFigures[])[];
  /** Epoch put back by early stopping, per lane. */
  readonly restored: readonly (number | null)[];
  /** Of the first lane's data. */
  readonly wrongLabels: number;
  readonly seconds: number;
  /** Per lane; null for one that diverged, empty if not wanted. */
  readonly networks: readonly (FinalNetwork | null)[];
  readonly tests: readonly (SetFigures | null)[];
  /** Per arm; empty if not wanted. */
  readonly stability: readonly Pick<StabilityView, 'pairs'>[];
}
