/** Validation and training accuracy of all arms, epoch by epoch. */
import type { FigureName } from '../../../figures/figures.ts';
import { percent } from '../../../base/text/figure-text.ts';
import { formatPercent, formatPercentTick } from '../../../ui/chart/axis/series-format.ts';
import type { RunLine, RunMeasure } from '../../../ui/chart/data/run-source.ts';
import type { CurveKind } from './curve-kind.ts';

const LINES: readonly RunLine<FigureName>[] = [
  {
    ...{ name: 'validation', short: 'val', legend: 'validation' },
    ...{ look: 'solid', figure: 'validationAccuracy' },
  },
  {
    ...{ name: 'training', short: 'train', legend: 'training' },
    ...{ look: 'dashed', figure: 'trainingAccuracy' },
  },
];

const TRUE_LABELS: RunLine<FigureName> = {
  ...{ name: 'training, true labels', short: 'true', legend: 'training, true labels' },
  ...{ look: 'dotted', figure: 'trueLabelAccuracy' },
};

const ACCURACY: RunMeasure<FigureName> = {
  noun: 'accuracy',
  lines: LINES,
  best: 'highest',
  formatShort: (share, narrow, more) => formatPercent(share, more, !narrow),
  formatExact: percent,
  formatSpread: (deviation) => formatPercent(deviation, 1, false),
  widest: 1,
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

const WITH_TRUE_LABELS: RunMeasure<FigureName> = { ...ACCURACY, lines: [...LINES, TRUE_LABELS] };

export const accuracyChart: CurveKind = {
  chart: 'accuracy',
  title: 'Accuracy',
  measure: ({ showsTrueLabels }) => (showsTrueLabels ? WITH_TRUE_LABELS : ACCURACY),
  hasTrueLabels: true,
};
