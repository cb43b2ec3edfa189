/**
 * Every message between the page and the training worker. Requests are imperative, events past tense.
 * Each names its run, so that a late one is recognised and never shown.
 */
import type { ArmId, Experiment } from './experiment.ts';

export type BackendName = 'webgl' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendName;

/** Epochs per second; null: as fast as it goes. */
export type Pace = 1 | 5 | 60 | null;

/** What the "Training status" region says. */
export const TRAINING_STATUSES = [
  'ready',
  'loading data',
  'compiling',
  'training',
  'paused',
  'finished',
  'stopped',
] as const;
export type TrainingStatus = (typeof TRAINING_STATUSES)[number];

export type Request =
  /** Loads data, builds the lanes and evaluates epoch 0. Ends and forgets the run before it. */
  | {
      readonly type: 'prepareRun';
      readonly runId: number;
      readonly experiment: Experiment;
      readonly backend: BackendChoice;
      readonly pace: Pace;
    }
  /** Trains on from where the run stands. */
  | { readonly type: 'trainRun'; readonly runId: number }
  | { readonly type: 'pauseRun'; readonly runId: number }
  | { readonly type: 'stepEpoch'; readonly runId: number }
  | { readonly type: 'stepBatch'; readonly runId: number }
  | { readonly type: 'setPace'; readonly pace: Pace }
  /** Live settings only (learning rate, strengths, rates); takes effect at the next step. */
  | { readonly type: 'changeSettings'; readonly runId: number; readonly experiment: Experiment }
  /** Stops loading or preparing; the run fails with `cancelled`. */
  | { readonly type: 'cancelRun'; readonly runId: number }
  /** The page has taken the last frame; the next may come. */
  | { readonly type: 'takeFrame'; readonly runId: number };

export type TrainerEvent =
  | { readonly type: 'backendChosen'; readonly runId: number; readonly backend: BackendReport }
  | { readonly type: 'statusChanged'; readonly runId: number; readonly status: TrainingStatus }
  | {
      readonly type: 'dataProgressed';
      readonly runId: number;
      readonly loadedBytes: number;
      readonly totalBytes: number;
    }
  | { readonly type: 'runPrepared'; readonly runId: number; readonly run: PreparedRun }
  | { readonly type: 'frameCompleted'; readonly runId: number; readonly frame: Frame }
  | { readonly type: 'runFailed'; readonly runId: number; readonly failure: Failure };

export interface BackendReport {
  readonly name: BackendName;
  /** Why this one, in a sentence. */
  readonly reason: string;
  /** UNMASKED_RENDERER, where WebGL was looked at. */
  readonly renderer: string | null;
  readonly hardware: boolean;
}

export interface Failure {
  readonly kind: 'data' | 'settings' | 'cancelled' | 'internal';
  readonly message: string;
}

/** What is fixed once a run is prepared. */
export interface PreparedRun {
  readonly stepsPerEpoch: number;
  /** Of the network without what regularizers add to it. */
  readonly parameterCount: number;
  readonly trainingRows: number;
  /** Rows of the fixed training sample that figures are measured on. */
  readonly trainingSampleRows: number;
  readonly validationRows: number;
  readonly sealedTestRows: number;
  /** Wrongly labelled training rows, and how many of them are looked at for "believed". */
  readonly wrongLabels: number;
  readonly wrongLabelsWatched: number;
  readonly lanes: readonly Lane[];
  /** Up to twelve wrongly labelled training examples, the same for every arm. */
  readonly liars: readonly WrongExample[];
}

/** One arm x one replicate x one fold. */
export interface Lane {
  readonly armId: ArmId;
  readonly replicate: number;
  readonly fold: number;
  /** Trained numbers of its network. */
  readonly parameterCount: number;
}

export interface WrongExample {
  /** Index in the training set. */
  readonly row: number;
  readonly givenLabel: number;
  readonly trueLabel: number;
  /** Features in 0..1, row by row (pixels, where the data set has images). */
  readonly features: Float32Array;
}

/** Results since the frame before. */
export interface Frame {
  readonly lanes: readonly LaneFrame[];
  /** Epochs that all running lanes have finished. */
  readonly epoch: number;
  /** Steps into the epoch under way, 0 at its start. */
  readonly stepInEpoch: number;
  /** Whole run: optimiser steps of all lanes per second of training, NaN before the first. */
  readonly stepsPerSecond: number;
}

export interface LaneFrame {
  /** Index in PreparedRun.lanes. */
  readonly lane: number;
  /** [row × FIGURE_COUNT], each a finished epoch, in order; may be empty. */
  readonly rows: Float64Array;
  /** After "Step one batch": figures in mid-epoch, not part of the curve. */
  readonly current: Float64Array | null;
  /** What the lane answers for each of PreparedRun.liars: a class; empty if unchanged. */
  readonly liarAnswers: Int32Array;
  /** On every training row, measured once when the run has finished. */
  readonly allTrainingRows: { readonly loss: number; readonly accuracy: number } | null;
  readonly end: LaneEnd | null;
  /** Early stopping has put back the weights of this epoch; null: it has not. */
  readonly restoredEpoch: number | null;
}

/** Why a lane stopped before the others. */
export interface LaneEnd {
  readonly kind: 'diverged' | 'stoppedEarly';
  /** The last epoch it trained. */
  readonly epoch: number;
  readonly message: string;
}
