/** Validation and training accuracy of all arms, epoch by epoch. */
import { memo } from 'react';
import type { FigureName } from '../../protocol/figures.ts';
import { percent } from '../../ui/figure-text.ts';
import { formatPercent, formatPercentTick } from '../../ui/series-format.ts';
import type { Measure } from '../../ui/series-types.ts';
import { CurveChart } from '../curve-chart.tsx';
import type { CurveChartProps } from '../curve-chart.tsx';

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

export const AccuracyChart = memo(function AccuracyChart(props: CurveChartProps) {
  return <CurveChart {...props} title="Accuracy" measure={ACCURACY} />;
});
