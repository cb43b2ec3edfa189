import { expect, it } from 'vitest';
import { chartLayout } from '../chart-frame-geometry.ts';
import { predictionLabelPlace } from './prediction-place.ts';

const size = { width: 600, height: 240, fontSize: 12, labelWidth: 80, shortLabelWidth: 70 };
const scale = {
  layout: chartLayout(size),
  places: { values: null },
  window: { from: 0, to: 50, end: 50 },
  axis: { scale: 'linear', low: 0, high: 1, step: 0.2 },
} as const;
const prediction = { from: 38, to: 50, low: 0.4, high: 0.6, label: 'your prediction' };

/** A level line at a value, up to an epoch. */
function line(value: number, until = 50) {
  const points = Array.from({ length: until + 1 }, (_, epoch) => ({ epoch, value }));
  return { points, pace: 1, isMain: true, end: { epoch: until, drawn: value } };
}

const heightOf = (...series: ReturnType<typeof line>[]) =>
  predictionLabelPlace(scale, prediction, series)?.y ?? NaN;
const y = (value: number) => {
  const { top, bottom } = scale.layout;
  return bottom - value * (bottom - top);
};

it('stands above the area where no line runs there', () => {
  expect(heightOf()).toBeLessThan(y(0.6));
  expect(heightOf(line(0.3))).toBe(heightOf());
});

it('gives way to lines, and to the labels at their ends while they grow', () => {
  expect(heightOf(line(0.63))).toBeGreaterThan(y(0.6));
  expect(heightOf(line(0.63, 34))).toBeGreaterThan(y(0.6));
  expect(heightOf(line(0.63, 5))).toBe(heightOf());
  expect(heightOf(line(0.63), line(0.56), line(0.43))).toBeGreaterThan(y(0.4));
});

it('is left out where it would leave the chart', () => {
  const layout = chartLayout({ ...size, width: 220 });
  expect(predictionLabelPlace({ ...scale, layout }, prediction, [])).toBeNull();
});
