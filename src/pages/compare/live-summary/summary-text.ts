/** Where the run stands, in one sentence to listen to. */
import { meanFigure } from '../../../client/mean-figure.ts';
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
    .map(
      ({ id }) => `${id} ${format(meanFigure(history, { armId: id, epoch: lookBackEpoch }, name))}`,
    );
  const isOver = status === 'finished' || status === 'stopped';
  const now = isOver ? `Training ${status} at epoch` : 'Epoch';
  const place = `${lookBackEpoch === null ? now : 'Looking back at epoch'} ${lookBackEpoch ?? epoch} of ${epochs}`;
  return `${place}: validation ${isClassification ? 'accuracy' : 'loss'} ${joinWords(figures)}.`;
}
