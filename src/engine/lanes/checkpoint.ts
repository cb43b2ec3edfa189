/**
 * What a run is resumed from when its backend or its worker is lost: everything that its future depends
 * on, off the device. Taken at the end of an epoch. Plain data, so that it can be sent and stored.
 */
import type { PatienceState } from './early-stopping.ts';
import type { TrainingMoment } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';

export interface LaneCheckpoint {
  readonly state: LaneState;
  readonly moment: TrainingMoment;
}

export interface RunCheckpoint {
  /** Epochs that every running lane has finished. */
  readonly epoch: number;
  /** Calls of `TrainingRun.step` since the start. */
  readonly runStep: number;
  /** Lanes that were training, by lane; the others had ended. */
  readonly lanes: ReadonlyMap<number, LaneCheckpoint>;
  /** What lanes that lost patience answer with; of diverged lanes nothing is kept. */
  readonly stopped: ReadonlyMap<number, LaneState>;
  /** Per lane; null without early stopping. */
  readonly patience: readonly (PatienceState | null)[];
  /** State at the best epoch, of lanes that will put it back. */
  readonly best: ReadonlyMap<number, LaneState>;
}
