/** How figures of a sweep are written on its charts, and how far the axis of values goes. */
import { percent } from '../../../base/text/figure-text.ts';
import type { Format } from '../../../base/text/figure-text.ts';
import { armStyle } from '../../../ui/arm-style.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
  formatPercent,
  formatPercentTick,
} from '../../../ui/chart/axis/series-format.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { LineKind, Measure } from '../../../ui/chart/data/series-types.ts';

interface SweepMetric {
  readonly name: string;
  readonly format: Format;
  /** Figures are shares, from 0 to 1. */
  readonly isShare: boolean;
}

/** Of figures of which none is better for its place. `cut`: what is above it is left out; null: nothing is. */
export function sweepMeasure(
  { name, format, isShare }: SweepMetric,
  lines: readonly LineKind[],
  cut: number | null = null,
): Measure {
  const domain = { floor: null, ceiling: null, settled: 0, isOfValues: true } as const;
  if (isShare)
    return {
      ...{ noun: name, lines, best: null, formatExact: percent, widest: 1 },
      formatShort: (share, narrow, more) => formatPercent(share, more, !narrow),
      formatSpread: (error) => formatPercent(error, 1, false),
      formatTick: formatPercentTick,
      // No error bar makes room for more than 100 %.
      domain: { ...domain, initial: [0, 1], smallestSpan: 0.02, cutOff: 1 },
    };
  return {
    ...{ noun: name, lines, best: null, formatExact: format, widest: 0.88 },
    formatShort: (value, _, more) => formatLossShort(value, 2 + more),
    formatSpread: (error) => formatLoss(error, 3),
    formatTick: formatLossTick,
    domain: {
      ...domain,
      initial: [0, cut ?? 1],
      smallestSpan: 1e-3,
      cutOff: cut === null ? Infinity : 1,
    },
  };
}

/** A sweep has one model at a time; its lines need no letter. */
export const SWEEP_OWNER: LineOwner = {
  ...{ id: 'mean', label: '', name: 'validation and training' },
  ...armStyle('A'),
};

export const VALIDATION: LineKind = {
  ...{ name: 'validation', short: 'val', legend: 'validation', look: 'solid' },
};

export const TRAINING: LineKind = {
  ...{ name: 'training', short: 'train', legend: 'training', look: 'dashed' },
};

/** Means so many times their median say only that a training has exploded … */
const EXPLODED = 10;
/** … and leave room for the others: the axis ends here. */
const END_IN_MEDIANS = 4;

/** Of losses: where the axis is cut; null: all of it is shown. */
export function cutOf(means: readonly number[]): number | null {
  const known = means.filter(Number.isFinite).sort((a, b) => a - b);
  const median = known[Math.floor((known.length - 1) / 2)] ?? NaN;
  return (known.at(-1) ?? NaN) > EXPLODED * median ? END_IN_MEDIANS * median : null;
}
