/** Validation and training loss of all arms, epoch by epoch: the data's part, without penalties. */
import { memo } from 'react';
import type { FigureName } from '../../protocol/figures.ts';
import { formatLoss, formatLossTick } from '../../ui/series-format.ts';
import type { Measure } from '../../ui/series-types.ts';
import { CurveChart } from '../curve-chart.tsx';
import type { CurveChartProps } from '../curve-chart.tsx';

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

export const LossChart = memo(function LossChart(props: CurveChartProps) {
  return <CurveChart {...props} title="Data loss" measure={LOSS} />;
});
