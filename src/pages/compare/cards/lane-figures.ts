/** What the card shows of one lane, now or at the epoch looked back at (LaneHistory.upTo). */
import type { LaneHistory } from '../../../client/run-history.ts';
import type { FigureName } from '../../../figures/figures.ts';

/** NaN where there is none: a lane that diverged before its first epoch ended has nothing to show. */
export function figureOf(lane: LaneHistory, name: FigureName): number {
  if (lane.end?.kind === 'diverged' && lane.length < 2) return NaN;
  return lane.latest?.[name] ?? NaN;
}

/** The best so far and its epoch; null at epoch 0, where there is nothing to choose from yet. */
export function bestFigure(
  lane: LaneHistory,
  name: FigureName,
  direction: 'highest' | 'lowest',
): { readonly value: number; readonly epoch: number } | null {
  const index = lane.best(name, direction);
  if (index < 0 || lane.length < 2) return null;
  return { value: lane.value(name, index), epoch: lane.value('epoch', index) };
}
