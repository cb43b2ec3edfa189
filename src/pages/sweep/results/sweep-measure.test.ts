import { expect, it } from 'vitest';
import { decimals, percent } from '../../../base/text/figure-text.ts';
import { valueAxis } from '../../../ui/chart/axis/series-domain.ts';
import { PLAIN_VIEW } from '../../../ui/chart/data/chart-view.ts';
import { seriesOfLines } from '../../../ui/chart/data/series-of-lines.ts';
import { SWEEP_OWNER, VALIDATION, cutOf, sweepMeasure } from './sweep-measure.ts';

const ACCURACY = { name: 'accuracy', format: percent, isShare: true };
const LOSS = { name: 'loss', format: decimals(3), isShare: false };

interface Bars {
  readonly metric?: typeof LOSS;
  readonly errors?: readonly number[];
  readonly cut?: number | null;
}

function axisOf(
  values: readonly number[],
  { metric = LOSS, errors = values.map(() => NaN), cut = null }: Bars = {},
) {
  const lines = [{ owner: SWEEP_OWNER, kind: VALIDATION, values, spread: errors }];
  const window = { from: 0, to: values.length - 1, end: values.length - 1 };
  const { domain } = sweepMeasure(metric, [VALIDATION], cut);
  return valueAxis(seriesOfLines(lines), domain, { window, view: PLAIN_VIEW, maxTicks: 6 });
}

it('the axis has round ends around all values, the first one too', () => {
  expect(axisOf([0.8, 0.93], { metric: ACCURACY })).toMatchObject({ low: 0.8, high: 0.95 });
  expect(axisOf([6.3, 1.42])).toMatchObject({ low: 0, high: 8, step: 2 });
});

it('ends at 100 %, whatever the error bars', () => {
  expect(axisOf([0.9, 0.99], { metric: ACCURACY, errors: [0.01, 0.03] }).high).toBe(1);
});

it('has a span where all values are alike', () => {
  const { low, high } = axisOf([0.9], { metric: ACCURACY });
  expect(high - low).toBeGreaterThanOrEqual(0.02);
});

it('a loss that exploded does not make all others look alike', () => {
  expect(cutOf([0.4, 1, 4, 155])).toBe(4);
  expect(cutOf([0.4, 0.5, 0.6])).toBeNull();
  expect(cutOf([])).toBeNull();
  expect(axisOf([155, 0.4, 1, 4], { cut: 4 }).high).toBe(4);
});
