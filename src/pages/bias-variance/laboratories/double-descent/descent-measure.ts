/** How figures of double descent are written on their chart: shares of right answers, or squared errors. */
import { decimals, percent } from '../../../../base/text/figure-text.ts';
import { armStyle } from '../../../../ui/arm-style.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
  formatPercent,
  formatPercentTick,
} from '../../../../ui/chart/axis/series-format.ts';
import type { LineOwner } from '../../../../ui/chart/data/line-owner.ts';
import type { LineKind, Measure } from '../../../../ui/chart/data/series-types.ts';

export type DescentFigure = 'accuracy' | 'squared error';

export const TEST: LineKind = {
  ...{ name: 'test', short: 'test', legend: 'test', look: 'solid', points: 'filled' },
};
export const TRAINING: LineKind = {
  ...{ name: 'training', short: 'train', legend: 'training', look: 'dashed' },
};

export const PLAIN: LineOwner = {
  ...{ id: 'plain', label: 'no ridge', name: 'without ridge', ...armStyle('B') },
};
export const RIDGE: LineOwner = {
  ...{ id: 'ridge', label: 'ridge', name: 'with ridge', ...armStyle('A') },
};

const domain = { floor: null, ceiling: null, settled: 0, isOfValues: true } as const;
const shared = { lines: [TEST, TRAINING], best: null } as const;

export const MEASURES: Readonly<Record<DescentFigure, Measure>> = {
  accuracy: {
    ...{ ...shared, noun: 'accuracy', formatExact: percent, widest: 1 },
    formatShort: (share, narrow, more) => formatPercent(share, more, !narrow),
    formatSpread: (spread) => formatPercent(spread, 1, false),
    formatTick: formatPercentTick,
    domain: { ...domain, initial: [0, 1], floor: 0, ceiling: 1, smallestSpan: 0.5, cutOff: 1 },
  },
  'squared error': {
    ...{ ...shared, noun: 'squared error', formatExact: decimals(3), widest: 0.88 },
    formatShort: (value, _, more) => formatLossShort(value, 2 + more),
    formatSpread: (spread) => formatLoss(spread, 3),
    formatTick: formatLossTick,
    domain: { ...domain, initial: [0.1, 1], smallestSpan: 1e-3, cutOff: Infinity },
  },
};
