/** What one training is, before it has a seed, a repeat and a fold: the settings that a sweep varies. */
import { settingsOfArm } from './experiment.ts';
import type { Arm, Experiment } from './experiment.ts';
import type { LaneSpec } from './lane-spec.ts';

export type LaneBase = Omit<LaneSpec, 'identity' | 'folds' | 'trainingDraw'>;

/** An arm of an experiment, as a base. */
export function laneBaseOf(experiment: Experiment, arm: Arm): LaneBase {
  const { data, network, training } = settingsOfArm(experiment, arm);
  const { seed: _, replicates: __, ...laneTraining } = training;
  return { data, network, training: laneTraining, regularizers: arm.regularizers };
}
