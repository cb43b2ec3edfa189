/** What is asked of the worker that has lanes trained to their end, and what it answers. */
import type { Examples } from '../../src/engine/batches/examples.ts';
import type { LaneState } from '../../src/engine/lanes/lane-state.ts';
import type { NetworkPlan } from '../../src/engine/step/network.ts';
import type { TableChoices } from '../../src/datasets/own/table/table-choices.ts';
import type { LaneSpec } from '../../src/experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../../src/figures/lane-result.ts';
import type { QuotedPictures, QuotedView } from '../../src/lessons/lesson/run-figures.ts';
import type { StabilityView } from '../../src/protocol/views.ts';

/** Lanes that are trained for one answer. */
export interface EffectsOrder {
  /** The arms in their order, repeat by repeat. */
  readonly specs: readonly LaneSpec[];
  readonly wishes: LaneWishes;
  /**
   * What is made of the networks and their rows: the networks with the rows to ask, the disagreement of repeats, or
   * pictures of each network.
   */
  readonly look: 'networks' | 'stability' | readonly QuotedView[] | null;
  /** The own table that the specs name, as the text of its file. */
  readonly table?: TableFile;
}

export interface TableFile {
  readonly fileName: string;
  readonly text: string;
  readonly choices: TableChoices;
}

export interface FinalNetwork {
  readonly network: Pick<NetworkPlan, 'activation' | 'batchNorm' | 'task'>;
  readonly state: LaneState;
  readonly validation: Examples;
}

export interface EffectsAnswer {
  /** Per lane. */
  readonly results: readonly LaneResult[];
  /** Per lane; null for one that diverged, empty if not wanted. */
  readonly networks: readonly (FinalNetwork | null)[];
  /** Per arm; empty if not wanted. */
  readonly stability: readonly StabilityView['pairs'][];
  /** Per lane; empty if not wanted. */
  readonly pictures: readonly QuotedPictures[];
}
