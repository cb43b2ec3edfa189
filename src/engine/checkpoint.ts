/**
 * What a run is resumed from when its backend is lost: everything that its future depends on, off the
 * device. Taken at the end of an epoch.
 */
import type { PatienceStanding } from './early-stopping.ts';
import type { Progress } from './lane-group.ts';
import type { LaneState } from './lane-state.ts';

export interface LaneCheckpoint {
  readonly state: LaneState;
  readonly progress: Progress;
}

export interface RunCheckpoint {
  /** Lanes that were training, by lane; the others had ended. */
  readonly lanes: ReadonlyMap<number, LaneCheckpoint>;
  /** Per lane; null without early stopping. */
  readonly patience: readonly (PatienceStanding | null)[];
  /** State at the best epoch, of lanes that will put it back. */
  readonly best: ReadonlyMap<number, LaneState>;
}
