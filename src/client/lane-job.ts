/** A job of the lane pool: its order, its listener, and what its owner can do with it. */
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { BackendChoice, Failure } from '../protocol/messages.ts';
import type { Chunk } from './lane-chunk.ts';

export interface LaneOrder {
  readonly specs: readonly LaneSpec[];
  readonly wishes: LaneWishes;
  readonly backend: BackendChoice;
  /** Lanes of a chunk; absent: as many as suit the number of lanes and workers. */
  readonly lanesPerChunk?: number;
}

export interface PoolListener {
  /** `lane` is the index of its spec in the order. */
  readonly laneTrained: (lane: number, result: LaneResult) => void;
  readonly laneFailed: (lane: number, failure: Failure) => void;
  /** Lanes done, those under way counted by the share of their steps. */
  readonly progressed: (lanesDone: number) => void;
  /** Every lane is trained or has failed. */
  readonly finished: () => void;
  /** Another job trains; this one waits. */
  readonly displaced?: () => void;
  /** It trains again. */
  readonly continued?: () => void;
}

/** One order under way. */
export interface LaneJob {
  readonly pause: () => void;
  readonly resume: () => void;
  /** What is finished stays with the listener; nothing more is told. */
  readonly cancel: () => void;
}

/** A job as the pool keeps it. */
export interface RunningJob {
  readonly order: LaneOrder;
  readonly listener: PoolListener;
  readonly waiting: Chunk[];
  /** Lanes that are not trained yet and have not failed. */
  left: number;
  /** By its owner. */
  isPaused: boolean;
  /** Finished or cancelled. */
  isOver: boolean;
}
