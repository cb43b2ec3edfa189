/** Which rows an arm trains on and is validated with, as src/datasets/split.ts draws them. */
import type { Dataset } from '../datasets/dataset.ts';
import type { SplitRequest } from '../datasets/split.ts';
import { settingsOfArm } from './experiment.ts';
import type { Arm, SharedSettings } from './experiment.ts';

/** `dataset` is the one that the experiment names; `fold` one of those that it asks for. */
export function splitRequestOf(
  experiment: SharedSettings,
  dataset: Dataset,
  arm: Arm,
  replicate: number,
  fold = 0,
): SplitRequest {
  const { data, training } = settingsOfArm(experiment, arm);
  const redraws = training.replicateScope === 'everything';
  const { foldCount } = experiment;
  return {
    ...{ ...data, dataset, seed: training.seed, replicate: redraws ? replicate : 0, fold },
    ...(foldCount !== undefined && {
      foldCount,
      dividedTrainingExamples: experiment.data.trainingExamples,
    }),
  };
}
