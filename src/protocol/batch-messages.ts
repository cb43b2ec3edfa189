/**
 * Messages of batch jobs: lanes that train as fast as they go, a chunk at a time, with nothing shown on the
 * way. The same worker takes them as takes live runs; a job never has both in one worker.
 */
import type { LaneResult, LaneWishes } from '../figures/lane-result.ts';
import type { LaneSpec } from '../experiment/lane-spec.ts';
import type { BackendChoice, Failure } from './messages.ts';

export interface LaneChunk {
  readonly chunkId: number;
  /** All of one data set. */
  readonly specs: readonly LaneSpec[];
  readonly wishes: LaneWishes;
  readonly backend: BackendChoice;
}

export type BatchRequest =
  /** Trains these lanes and answers once with all their results; what was ordered before goes first. */
  | ({ readonly type: 'trainLanes' } & LaneChunk)
  /** Rests between two steps, until it may go on. */
  | { readonly type: 'holdLanes' }
  | { readonly type: 'releaseLanes' }
  /** Trains for this share of the time and rests for the other: 1, or less while something else is watched. */
  | { readonly type: 'paceLanes'; readonly share: number }
  /** Ends the chunk under way and forgets those that wait; none of them is answered. */
  | { readonly type: 'dropLanes' };

export type BatchEvent =
  | {
      readonly type: 'lanesTrained';
      readonly chunkId: number;
      /** In the order of the specs. */
      readonly results: readonly LaneResult[];
      readonly backend: string;
    }
  /** Share of the chunk's steps that are done, 0..1. */
  | { readonly type: 'lanesProgressed'; readonly chunkId: number; readonly share: number }
  | { readonly type: 'lanesFailed'; readonly chunkId: number; readonly failure: Failure };
