/** Which rows a lane trains on and is validated with, as src/datasets/splitting/split.ts draws them. */
import type { Dataset } from '../datasets/dataset.ts';
import type { SplitRequest } from '../datasets/splitting/drawn-rows.ts';
import type { LaneSpec } from './lane-spec.ts';

/** `dataset` is the one that the lane's data name. */
export function splitRequestOf(
  { data, training, identity, folds, trainingDraw }: LaneSpec,
  dataset: Dataset,
): SplitRequest {
  const redraws = training.replicateScope === 'everything' && trainingDraw === undefined;
  const { seed, replicate, fold } = identity;
  return {
    ...{ ...data, dataset, seed, replicate: redraws ? replicate : 0, fold },
    ...(trainingDraw !== undefined && { trainingDraw }),
    ...(folds && { foldCount: folds.count, dividedTrainingExamples: folds.trainingExamples }),
  };
}
