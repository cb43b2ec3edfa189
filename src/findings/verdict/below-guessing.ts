/** Rule 7, its third part: why an arm that learnt wrong labels is right less often than by guessing. */
import { wilsonInterval } from '../../base/statistics/wilson.ts';
import { percent, wholePercent } from '../../base/text/figure-text.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { meanFigure } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';

/** Of arms whose 95 % interval (Wilson) lies below an equal share of each class. */
export function describeBelowGuessing({ arms, material }: Evidence): Statement[] {
  const { experiment, dataset, validationRows, classNoun } = material;
  const { wrongLabelShare } = experiment.data;
  if (dataset.task === 'regression' || wrongLabelShare === 0) return [];
  const guessing = 1 / dataset.outputs;
  const found = arms.flatMap((arm) => {
    const accuracy = meanFigure(arm, 'validationAccuracy');
    const isBelow = wilsonInterval(accuracy, validationRows)[1] < guessing;
    return isBelow ? [`${arm.arm.id} ${percent(accuracy)}`] : [];
  });
  if (found.length === 0) return [];
  const share =
    wrongLabelShare === 1
      ? 'All training labels are wrong'
      : `${wholePercent(wrongLabelShare)} of the training labels are wrong`;
  return [
    {
      lead: `Worse than guessing, which gives ${wholePercent(guessing)}:`,
      text: `validation accuracy ${joinWords(found)}. ${share} and the validation labels are true: what is learnt by heart leads away from the true ${classNoun}.`,
    },
  ];
}
