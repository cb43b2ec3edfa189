/**
 * What training shows better than validation does, epoch by epoch: validation minus training for the data
 * loss, training minus validation for accuracy. Above 0 the networks do better on what they were trained
 * on; the smallest gap often belongs to one that learns nothing.
 */
import type { FigureName } from '../../../figures/figures.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
  formatPoints,
} from '../../../ui/chart/axis/series-format.ts';
import type { RunMeasure } from '../../../ui/chart/data/run-source.ts';
import type { CurveKind } from './curve-kind.ts';
import { GapChoice } from './gap-choice.tsx';

const LOSS_GAP: RunMeasure<FigureName> = {
  noun: 'gap in data loss',
  lines: [
    {
      ...{ name: 'gap', short: '', legend: 'loss, validation − training' },
      ...{ look: 'solid', figure: 'validationLoss', minus: 'trainingLoss' },
    },
  ],
  best: null,
  formatShort: (gap, _, more) => formatLossShort(gap, 2 + more),
  formatExact: (gap) => formatLoss(gap, 3),
  formatSpread: (deviation) => formatLoss(deviation, 3),
  widest: -0.88,
  formatTick: formatLossTick,
  domain: {
    initial: [0, 1],
    floor: null,
    ceiling: null,
    smallestSpan: 0.1,
    settled: 0,
    holdsZero: true,
    cutOff: 10,
  },
};

const ACCURACY_GAP: RunMeasure<FigureName> = {
  noun: 'gap in accuracy',
  lines: [
    {
      ...{ name: 'gap', short: '', legend: 'accuracy, training − validation, in points' },
      ...{ look: 'solid', figure: 'trainingAccuracy', minus: 'validationAccuracy' },
    },
  ],
  best: null,
  formatShort: (gap, _, more) => formatPoints(gap, more),
  formatExact: (gap) => `${formatPoints(gap, 1)} points`,
  formatSpread: (deviation) => formatPoints(deviation, 1),
  widest: -0.88,
  formatTick: (gap, step) => formatPoints(gap, step < 0.01 ? 1 : 0),
  domain: {
    initial: [0, 0.3],
    floor: null,
    ceiling: null,
    smallestSpan: 0.05,
    settled: 0,
    holdsZero: true,
    cutOff: Infinity,
  },
};

export const gapChart: CurveKind = {
  chart: 'gap',
  title: 'Gap',
  measure: ({ isClassification, gapOf }) =>
    isClassification && gapOf === 'accuracy' ? ACCURACY_GAP : LOSS_GAP,
  Choice: GapChoice,
};
