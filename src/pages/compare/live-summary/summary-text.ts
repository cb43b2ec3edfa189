/** Where the run stands, in one sentence to listen to. */
import type { RunHistory } from '../../../client/run-history.ts';
import type { FigureName } from '../../../figures/figures.ts';
import { joinWords } from '../../../experiment/arm-name.ts';
import type { Playground } from '../../../store/playground.ts';
import { decimals, percent } from '../../../base/text/figure-text.ts';

type SummaryState = Pick<
  Playground,
  'history' | 'status' | 'epoch' | 'runExperiment' | 'retiredArms' | 'lookBackEpoch'
>;

/**
 * "Epoch 12 of 50: validation accuracy A 84.2 %, B 86.0 %.", and of the epoch looked back at where that is
 * on show. '' where there is nothing to say.
 */
export function summaryText(state: SummaryState): string {
  const { history, status, epoch, runExperiment, retiredArms, lookBackEpoch } = state;
  if (!history || !runExperiment || epoch === 0) return '';
  const { epochs } = runExperiment.training;
  const isClassification = history.lanes.some(
    ({ latest }) => latest !== null && Number.isFinite(latest.validationAccuracy),
  );
  const name = isClassification ? 'validationAccuracy' : 'validationLoss';
  const format = isClassification ? percent : decimals(3);
  const figures = runExperiment.arms
    .filter(({ id }) => !retiredArms.includes(id))
    .map(({ id }) => `${id} ${format(meanFigure(history, [id, lookBackEpoch], name))}`);
  const isOver = status === 'finished' || status === 'stopped';
  const now = isOver ? `Training ${status} at epoch` : 'Epoch';
  const place = `${lookBackEpoch === null ? now : 'Looking back at epoch'} ${lookBackEpoch ?? epoch} of ${epochs}`;
  return `${place}: validation ${isClassification ? 'accuracy' : 'loss'} ${joinWords(figures)}.`;
}

/** Over the repeats that have it. */
function meanFigure(
  history: RunHistory,
  [armId, epoch]: readonly [armId: string, epoch: number | null],
  name: FigureName,
): number {
  const values = history.lanes
    .filter(({ lane }) => lane.armId === armId)
    .map((lane) => lane.at(epoch)?.[name] ?? NaN)
    .filter((value) => Number.isFinite(value));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
