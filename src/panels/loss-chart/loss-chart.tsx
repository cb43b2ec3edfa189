/** Validation and training loss of all arms, epoch by epoch: the data's part, without penalties. */
import { memo } from 'react';
import type { RunHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../protocol/figures.ts';
import type { ArmStyleInfo } from '../../ui/arm-style.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { formatLoss, formatLossTick } from '../../ui/series-format.ts';
import type { ChartChange, Measure } from '../../ui/series-types.ts';
import { trainingNote } from '../training-note.ts';

const LOSS: Measure<FigureName> = {
  noun: 'data loss',
  figures: { validation: 'validationLoss', training: 'trainingLoss' },
  best: 'lowest',
  formatShort: (loss) => formatLoss(loss, 2),
  widest: 0.88,
  formatExact: (loss) => formatLoss(loss, 3),
  formatTick: formatLossTick,
  // Guessing among ten classes costs ln 10 = 2.3.
  domain: {
    initial: [0, 2.5],
    floor: 0,
    ceiling: null,
    smallestSpan: 0.01,
    settled: 0,
    cutOff: 4,
  },
};

export interface LossChartProps {
  readonly history: RunHistory | null;
  readonly arms: readonly ArmStyleInfo[];
  readonly epochs: number;
  /** Some training labels are wrong: training loss is then against the labels as given. */
  readonly wrongLabels: boolean;
  /** What was changed while the run trained. */
  readonly changes?: readonly ChartChange[];
  /** In place of the curves before there is a run. */
  readonly emptyMessage?: string;
}

export const LossChart = memo(function LossChart(props: LossChartProps) {
  return (
    <ChartFrame
      title="Data loss"
      measure={LOSS}
      history={props.history}
      arms={props.arms}
      epochs={props.epochs}
      trainingNote={trainingNote(props)}
      changes={props.changes}
      emptyMessage={props.emptyMessage}
    />
  );
});
