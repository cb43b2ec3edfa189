/**
 * What a run goes on from when its device or its worker is lost. The worker saves it at the end of an
 * epoch and the page keeps a copy. Plain data, for `postMessage` and for storage.
 */
import type { RunCheckpoint } from '../engine/lanes/checkpoint.ts';
import type { KnownEnding } from '../engine/lanes/lane-endings.ts';
import type { LaneFigures } from '../engine/measuring/measuring.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { viewBuffers } from './view-buffers.ts';

export interface RunSave {
  /** As it trained then: live changes taken over. */
  readonly experiment: Experiment;
  /** Null: at the beginning, which follows from the experiment. */
  readonly checkpoint: RunCheckpoint | null;
  /** Of the epoch that early stopping would restore or has restored, by lane. */
  readonly bestFigures: ReadonlyMap<number, LaneFigures>;
  /** At the most accurate epoch so far, by lane; none in regression. */
  readonly bestAnswers: ReadonlyMap<number, RightAnswers>;
  /** Live changes made since, in their order. */
  readonly changes: readonly TimedChange[];
}

/** Which validation rows were answered right. */
export interface RightAnswers {
  readonly count: number;
  /** [row]: 1 where it was. */
  readonly isRight: Uint8Array;
}

/** A live change, and how many steps the run had taken when it was made. */
export interface TimedChange {
  readonly runStep: number;
  readonly experiment: Experiment;
}

/** How far a run is: epochs finished, and steps into the one after them. */
export interface RunMoment {
  readonly epoch: number;
  readonly stepInEpoch: number;
}

/** How far a run was seen to come; what was seen is trained again unseen. */
export interface ShownMoment extends RunMoment {
  /** Of lanes that were seen to end. */
  readonly endings: ReadonlyMap<number, KnownEnding>;
}

export interface Resumption {
  readonly save: RunSave;
  readonly shown: ShownMoment;
}

/** The arrays of a save: what is transferred of a copy, and what counts as its size. */
export function saveBuffers({ checkpoint, bestFigures, bestAnswers }: RunSave): ArrayBuffer[] {
  const maps = [checkpoint?.lanes, checkpoint?.stopped, checkpoint?.best, bestFigures, bestAnswers];
  return viewBuffers(maps.map((map) => (map ? [...map.values()] : [])));
}
