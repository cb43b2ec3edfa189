/**
 * Every message between the page and the training worker. Requests are imperative, events past tense.
 * Each names its run, so that a late one is recognised and never shown.
 */
import type { ArmId, Experiment } from '../experiment/experiment.ts';
import type { NetworkWeights } from './network-weights.ts';
import type { Resumption, RunSave, TimedChange } from './run-save.ts';
import type { LanePictures, WatchedViews } from './views.ts';

export type BackendName = 'webgl' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendName;

/** Epochs per second; null: as fast as it goes. */
export const PACES = [1, 5, 15, 60, null] as const;
export type Pace = (typeof PACES)[number];

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
  /**
   * Loads data, builds the lanes and evaluates epoch 0, or goes on where another worker was lost: then it
   * catches up in silence with what was shown and says "paused". Ends and forgets the run before it.
   */
  | {
      readonly type: 'prepareRun';
      readonly runId: number;
      readonly experiment: Experiment;
      readonly backend: BackendChoice;
      readonly pace: Pace;
      readonly resumption?: Resumption | undefined;
    }
  /** Trains on from where the run stands. */
  | { readonly type: 'trainRun'; readonly runId: number }
  | { readonly type: 'pauseRun'; readonly runId: number }
  | { readonly type: 'stepEpoch'; readonly runId: number }
  | { readonly type: 'stepBatch'; readonly runId: number }
  | { readonly type: 'setPace'; readonly pace: Pace }
  /**
   * Live settings only (learning rate, strengths, rates, epochs); takes effect at the next step. With more
   * epochs a finished run can train on.
   */
  | { readonly type: 'changeSettings'; readonly runId: number; readonly experiment: Experiment }
  /** Stops loading or preparing; the run fails with `cancelled`. */
  | { readonly type: 'cancelRun'; readonly runId: number }
  /** Which pictures are taken from now on, of this run and those after it. */
  | { readonly type: 'watchViews'; readonly views: WatchedViews }
  /** Has every arm answer for one example; of several questions the last is answered. */
  | {
      readonly type: 'askNetworks';
      readonly runId: number;
      readonly questionId: number;
      /** As the networks take them: scaled, row by row for images. */
      readonly features: Float32Array;
    }
  /** Breaks the seal of the test set: measures every lane on it, with its present weights. */
  | { readonly type: 'openTest'; readonly runId: number }
  /** The weights of all lanes as they stand, once training rests. */
  | { readonly type: 'readWeights'; readonly runId: number }
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
  /** In place of `runPrepared`, and after a lost device: the run goes on from its save of this epoch. */
  | {
      readonly type: 'runResumed';
      readonly runId: number;
      readonly epoch: number;
      readonly backend: BackendReport;
    }
  | { readonly type: 'frameCompleted'; readonly runId: number; readonly frame: Frame }
  /** At most five times a second while it trains or its networks are measured. */
  | { readonly type: 'runProgressed'; readonly runId: number; readonly progress: RunProgress }
  /** From this step on. Before any frame that it shows in. */
  | { readonly type: 'settingsChanged'; readonly runId: number; readonly change: TimedChange }
  /** Takes the place of earlier saves. After the frame that shows its epoch. */
  | { readonly type: 'runSaved'; readonly runId: number; readonly save: RunSave }
  | {
      readonly type: 'networksAnswered';
      readonly runId: number;
      readonly questionId: number;
      readonly answers: readonly NetworkAnswer[];
    }
  | {
      readonly type: 'weightsRead';
      readonly runId: number;
      readonly networks: readonly NetworkWeights[];
    }
  | { readonly type: 'weightsFailed'; readonly runId: number; readonly message: string }
  | { readonly type: 'testMeasured'; readonly runId: number; readonly test: TestFigures }
  /** The run stands as it did; the test set can be opened again. */
  | { readonly type: 'testFailed'; readonly runId: number; readonly message: string }
  | { readonly type: 'runFailed'; readonly runId: number; readonly failure: Failure };

export interface BackendReport {
  readonly name: BackendName;
  /** Why this one, in a sentence. */
  readonly reason: string;
  /** UNMASKED_RENDERER, where WebGL was looked at. */
  readonly renderer: string | null;
  readonly hardware: boolean;
}

/** What the first repeat (and fold) of an arm answers; an arm that diverged gives none. */
export interface NetworkAnswer {
  readonly lane: number;
  /** [class] probabilities, or [1] the value in regression */
  readonly outputs: Float32Array;
}

export interface Failure {
  readonly kind: 'data' | 'settings' | 'cancelled' | 'internal';
  readonly message: string;
}

/** Figures on the sealed test set, once it is opened. */
export interface TestFigures {
  readonly rows: number;
  /** A lane that diverged has none. Accuracy is NaN in regression. */
  readonly lanes: readonly {
    readonly lane: number;
    readonly loss: number;
    readonly accuracy: number;
  }[];
}

/** What is fixed once a run is prepared. */
export interface PreparedRun {
  /** Of every lane; in cross-validation a fold may have one fewer. */
  readonly validationRows: number;
  readonly sealedTestRows: number;
  /** Validation images to ask the networks about, class by class; none where there are no images. */
  readonly samples: readonly ValidationExample[];
  /** First replicates first, of each the first folds first, and those in the order of the arms. */
  readonly lanes: readonly Lane[];
}

/** One arm x one replicate x one fold. */
export interface Lane {
  readonly armId: ArmId;
  readonly replicate: number;
  readonly fold: number;
  /** Trained numbers of its network. */
  readonly parameterCount: number;
  readonly stepsPerEpoch: number;
  readonly trainingRows: number;
  /** Rows of the fixed training sample that figures are measured on. */
  readonly trainingSampleRows: number;
  /**
   * What the simplest answer gets on the training rows as they are labelled: the share of the commonest
   * class; in regression the mean squared error of answering their mean.
   */
  readonly simplestAnswer: number;
  /** Wrongly labelled training rows, and how many of them are looked at for "believed". */
  readonly wrongLabels: number;
  readonly wrongLabelsWatched: number;
  /** Up to twelve wrongly labelled training examples; lanes with the same data have the same ones. */
  readonly mislabelled: readonly MislabelledExample[];
}

/** A validation row of the first repeat of the first arm. */
export interface ValidationExample {
  /** Index in the validation set. */
  readonly row: number;
  readonly trueLabel: number;
  /** As the networks take them, row by row. */
  readonly features: Float32Array;
}

export interface MislabelledExample {
  /** Index in the training set. */
  readonly row: number;
  readonly givenLabel: number;
  readonly trueLabel: number;
  /** Features in 0..1, row by row (pixels, where the data set has images). */
  readonly features: Float32Array;
}

/** How long a run still takes; how far it is, its frames say. */
export interface RunProgress {
  /** All networks are being measured, after an epoch or at the end: the share that is done; else null. */
  readonly measured: number | null;
  /** What an epoch takes, its pace and measurement included; NaN: not known yet. */
  readonly epochSeconds: number;
  /** Until what was asked for is done; NaN: not known yet, or nothing was asked for that lasts. */
  readonly secondsLeft: number;
}

/** Results since the frame before. */
export interface Frame {
  readonly lanes: readonly LaneFrame[];
  /** Epochs that all running lanes have finished. */
  readonly epoch: number;
  /** Steps into the epoch under way, 0 at its start, and its steps; of the lane furthest behind. */
  readonly stepInEpoch: number;
  readonly stepsPerEpoch: number;
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
  /**
   * What the lane answers for each of its mislabelled, a class: [row × mislabelled] for each of `rows`, and then for
   * `current` if there is one.
   */
  readonly mislabelledAnswers: Int32Array;
  /** On every training row, measured once when the run has finished. */
  readonly allTrainingRows: { readonly loss: number; readonly accuracy: number } | null;
  readonly end: LaneEnd | null;
  /** Early stopping has restored the weights of this epoch; null: it has not. */
  readonly restoredEpoch: number | null;
  /** Of what is watched, in the order in which they were taken; see views.ts. */
  readonly pictures: readonly LanePictures[];
}

/** Why a lane stopped before the others. */
export interface LaneEnd {
  readonly kind: 'diverged' | 'stoppedEarly';
  /** The last epoch it trained. */
  readonly epoch: number;
  readonly message: string;
}
