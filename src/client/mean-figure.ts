/** A figure of an arm: the mean over its repeats that have it; NaN where none has. */
import { mean } from '../base/statistics/summary.ts';
import type { ArmId } from '../experiment/experiment.ts';
import type { FigureName } from '../figures/figures.ts';
import type { RunHistory } from './run-history.ts';

/** `epoch`: null: now. */
export function meanFigure(
  history: RunHistory,
  { armId, epoch }: { readonly armId: ArmId; readonly epoch: number | null },
  name: FigureName,
): number {
  return mean(
    history
      .lanesOf(armId)
      .map((lane) => lane.at(epoch)?.[name] ?? NaN)
      .filter((value) => Number.isFinite(value)),
  );
}
