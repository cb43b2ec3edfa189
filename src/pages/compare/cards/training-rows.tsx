/**
 * Which rows the training figures are of, where not all are measured at every epoch: the card and the charts show
 * the figures of the sample, and those of all rows at the end stand beside them, named as such.
 */
import type { LaneHistory } from '../../../client/run-history.ts';
import { count, decimals, percent } from '../../../base/text/figure-text.ts';
import { spreadText } from '../../../base/text/spread-text.ts';
import styles from './arm-card.module.css';

export function TrainingRows({ lanes }: { readonly lanes: readonly LaneHistory[] }) {
  const [first] = lanes;
  if (!first || first.lane.trainingSampleRows >= first.lane.trainingRows) return null;
  const { trainingSampleRows, trainingRows } = first.lane;
  const whole = lanes.flatMap(({ allTrainingRows }) => allTrainingRows ?? []);
  return (
    <p className={styles.repeats}>
      Training: a sample of {count(trainingSampleRows)} rows, as in the charts.
      {whole.length > 0 && ` All ${count(trainingRows)} rows at the end: ${figuresText(whole)}.`}
    </p>
  );
}

/** "accuracy 87.9 %, data loss 0.312" */
function figuresText(whole: readonly { loss: number; accuracy: number }[]): string {
  const loss = `data loss ${spreadText(
    whole.map((one) => one.loss),
    decimals(3),
  )}`;
  if (whole.some(({ accuracy }) => Number.isNaN(accuracy))) return loss;
  return `accuracy ${spreadText(
    whole.map(({ accuracy }) => accuracy),
    percent,
  )}, ${loss}`;
}
