/**
 * One training, whoever asks for it: an arm of Compare in one repeat, a cell of a sweep in one fold. Plain
 * data that names no arm and no page. Equal specs train bit for bit alike on one backend.
 */
import type { LaneIdentity } from '../engine/step/initial-state.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import { settingsOfArm } from './experiment.ts';
import type {
  Arm,
  DataSettings,
  NetworkSettings,
  SharedSettings,
  TrainingSettings,
} from './experiment.ts';

export interface LaneSpec {
  readonly data: DataSettings;
  readonly network: NetworkSettings;
  readonly training: LaneTraining;
  readonly regularizers: RegularizerSettings;
  /** Seed, repeat and fold: all that is random follows from them. */
  readonly identity: LaneIdentity;
  /** Cross-validation: the rows are divided, and the fold of the identity validates. Absent: they are not. */
  readonly folds?: FoldPlan;
  /**
   * One of many training sets that are judged on the same rows: this draw of the training rows, whatever the
   * repeat. Validation rows are the same for all draws; of rows that are made, the grid of their truth.
   */
  readonly trainingDraw?: number;
}

/** The seed is in the identity; how many repeats there are is not a lane's business. */
export type LaneTraining = Omit<TrainingSettings, 'seed' | 'replicates'>;

export interface FoldPlan {
  readonly count: number;
  /** Training rows that are divided, whatever number of them the lane itself trains on. */
  readonly trainingExamples: number;
}

export interface Repeat {
  readonly replicate: number;
  readonly fold: number;
}

/** What an arm trains in one of its repeats. */
export function laneSpecOf(
  experiment: SharedSettings,
  arm: Arm,
  { replicate, fold }: Repeat,
): LaneSpec {
  const { data, network, training } = settingsOfArm(experiment, arm);
  const { seed, replicates: _, ...laneTraining } = training;
  const { foldCount } = experiment;
  return {
    ...{ data, network, training: laneTraining },
    regularizers: arm.regularizers,
    identity: { seed, replicate, fold },
    ...(foldCount !== undefined && {
      folds: { count: foldCount, trainingExamples: experiment.data.trainingExamples },
    }),
  };
}
