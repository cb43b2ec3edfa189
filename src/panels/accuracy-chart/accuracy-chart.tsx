/** Validation and training accuracy of all arms, epoch by epoch. */
import { memo } from 'react';
import type { RunHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../protocol/figures.ts';
import type { ArmStyleInfo } from '../../ui/arm-style.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { percent } from '../../ui/figure-text.ts';
import { formatPercent, formatPercentTick } from '../../ui/series-format.ts';
import type { ChartChange, Measure } from '../../ui/series-types.ts';
import { trainingNote } from '../training-note.ts';

const ACCURACY: Measure<FigureName> = {
  noun: 'accuracy',
  figures: { validation: 'validationAccuracy', training: 'trainingAccuracy' },
  best: 'highest',
  formatShort: (share, narrow) => formatPercent(share, 0, !narrow),
  widest: 1,
  formatExact: percent,
  formatTick: formatPercentTick,
  // Untrained networks guess: 10 % of ten classes would leave the curves little room.
  domain: {
    initial: [0, 1],
    floor: null,
    ceiling: 1,
    smallestSpan: 0.1,
    settled: 5,
    cutOff: Infinity,
  },
};

export interface AccuracyChartProps {
  readonly history: RunHistory | null;
  readonly arms: readonly ArmStyleInfo[];
  readonly epochs: number;
  /** Some training labels are wrong: training accuracy is then against the labels as given. */
  readonly wrongLabels: boolean;
  /** What was changed while the run trained. */
  readonly changes?: readonly ChartChange[];
  /** In place of the curves before there is a run. */
  readonly emptyMessage?: string;
}

export const AccuracyChart = memo(function AccuracyChart(props: AccuracyChartProps) {
  return (
    <ChartFrame
      title="Accuracy"
      measure={ACCURACY}
      history={props.history}
      arms={props.arms}
      epochs={props.epochs}
      trainingNote={trainingNote(props)}
      changes={props.changes}
      emptyMessage={props.emptyMessage}
    />
  );
});
