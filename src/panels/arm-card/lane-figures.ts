/** What the card shows of one lane: now, or as it was at an epoch. */
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../protocol/figures.ts';

/** NaN where there is none: a lane that diverged before its first epoch ended has nothing to show. */
export function figureOf(lane: LaneHistory, name: FigureName, epoch: number | null): number {
  if (lane.end?.kind === 'diverged' && lane.length < 2) return NaN;
  return lane.at(epoch)?.[name] ?? NaN;
}

/** On every training row once the run has finished, before that on the sample (see the cost line). */
export function trainingFigure(
  lane: LaneHistory,
  metric: 'loss' | 'accuracy',
  epoch: number | null,
): number {
  if (epoch === null && lane.allTrainingRows) return lane.allTrainingRows[metric];
  return figureOf(lane, metric === 'loss' ? 'trainingLoss' : 'trainingAccuracy', epoch);
}

/** The best so far and its epoch; null at epoch 0, where there is nothing to choose from yet. */
export function bestFigure(
  lane: LaneHistory,
  name: FigureName,
  direction: 'highest' | 'lowest',
  epoch: number | null,
): { readonly value: number; readonly epoch: number } | null {
  const index = lane.best(name, direction, epoch);
  if (index < 0 || Math.min(lane.length - 1, epoch ?? Infinity) < 1) return null;
  return { value: lane.value(name, index), epoch: lane.value('epoch', index) };
}
