/** Where the run stands, in one sentence to listen to. */
import { meanFigure } from '../../../client/mean-figure.ts';
import { joinWords } from '../../../experiment/arm-name.ts';
import type { Playground } from '../../../store/playground.ts';
import { decimals, percent } from '../../../base/text/figure-text.ts';

type SummaryState = Pick<
  Playground,
  'history' | 'status' | 'epoch' | 'runExperiment' | 'retiredArms' | 'lookBackEpoch'
>;

export type SummedFigure = 'validationAccuracy' | 'validationLoss';

/**
 * "Epoch 12 of 50: validation accuracy A 84.2 %, B 86.0 %.", and of the epoch looked back at where that is
 * on show. '' where there is nothing to say.
 */
export function summaryText(
  state: SummaryState,
  figure: SummedFigure = 'validationAccuracy',
): string {
  const { history, status, epoch, runExperiment, retiredArms, lookBackEpoch } = state;
  if (!history || !runExperiment || epoch === 0) return '';
  const { epochs } = runExperiment.training;
  const isClassification = history.lanes.some(
    ({ latest }) => latest !== null && Number.isFinite(latest.validationAccuracy),
  );
  const isAccuracy = isClassification && figure === 'validationAccuracy';
  const name = isAccuracy ? 'validationAccuracy' : 'validationLoss';
  const format = isAccuracy ? percent : decimals(3);
  const arms = runExperiment.arms.filter(({ id }) => !retiredArms.includes(id));
  const figures = arms.map(({ id }) => {
    const text = format(meanFigure(history, { armId: id, epoch: lookBackEpoch }, name));
    return runExperiment.arms.length === 1 ? text : `${id} ${text}`;
  });
  const isOver = status === 'finished' || status === 'stopped';
  const now = isOver ? `Training ${status} at epoch` : 'Epoch';
  const place = `${lookBackEpoch === null ? now : 'Looking back at epoch'} ${lookBackEpoch ?? epoch} of ${epochs}`;
  return `${place}: validation ${isAccuracy ? 'accuracy' : 'loss'} ${joinWords(figures)}.`;
}
