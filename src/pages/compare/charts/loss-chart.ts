/** Validation and training loss of all arms, epoch by epoch: the data's part, without penalties. */
import type { FigureName } from '../../../figures/figures.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
} from '../../../ui/chart/axis/series-format.ts';
import type { RunMeasure } from '../../../ui/chart/data/run-source.ts';
import type { CurveKind } from './curve-kind.ts';

const LOSS: RunMeasure<FigureName> = {
  noun: 'data loss',
  lines: [
    {
      ...{ name: 'validation', short: 'val', legend: 'validation' },
      ...{ look: 'solid', figure: 'validationLoss' },
    },
    {
      ...{ name: 'training', short: 'train', legend: 'training' },
      ...{ look: 'dashed', figure: 'trainingLoss' },
    },
  ],
  best: 'lowest',
  formatShort: (loss, _, more) => formatLossShort(loss, 2 + more),
  formatExact: (loss) => formatLoss(loss, 3),
  formatSpread: (deviation) => formatLoss(deviation, 3),
  widest: 0.88,
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

export const lossChart: CurveKind = {
  chart: 'loss',
  title: 'Data loss',
  measure: () => LOSS,
};
