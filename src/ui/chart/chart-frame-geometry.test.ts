import { describe, expect, it } from 'vitest';
import {
  axisAt,
  axisX,
  chartLayout,
  labelRange,
  markY,
  maxPlaceTicks,
  readingReach,
  valueY,
} from './chart-frame-geometry.ts';

const size = { width: 600, height: 240, fontSize: 12, labelWidth: 80, shortLabelWidth: 70 };
const layout = chartLayout(size);
const scale = {
  layout,
  places: { values: null },
  window: { from: 0, to: 50, end: 50 },
  axis: { scale: 'linear', low: 0, high: 1, step: 0.2 },
} as const;
const logScale = { ...scale, axis: { scale: 'log', low: 0.01, high: 10, step: 0 } } as const;
const closer = { ...scale, window: { from: 20, to: 30, end: 50 } };

describe('chart geometry', () => {
  it('puts the run between the axis and the labels', () => {
    expect(axisX(scale, 0)).toBe(layout.left);
    expect(axisX(scale, 50)).toBe(layout.right);
    expect(600 - layout.right).toBeGreaterThan(80);
  });

  it('has values of a setting where their axis says, and finds them again', () => {
    const places = {
      values: [0.1, 0.2, 0.9].map((share) => ({ share, text: '' })),
    };
    const ofValues = { ...scale, places, window: { from: 0, to: 2, end: 2 } };
    const width = layout.right - layout.left;
    expect(axisX(ofValues, 1)).toBeCloseTo(layout.left + 0.2 * width, 9);
    for (const at of [0, 1, 1.4, 2])
      expect(axisAt(ofValues, axisX(ofValues, at))).toBeCloseTo(at, 9);
  });

  it('has values rise, and marks stay inside', () => {
    expect(valueY(scale, 0)).toBe(layout.bottom);
    expect(valueY(scale, 1)).toBe(layout.top);
    expect(valueY(scale, 2)).toBeLessThan(0);
    expect(markY(scale, 1e30)).toBe(layout.top);
    expect(markY(scale, -1)).toBe(layout.bottom);
    expect(Number.isFinite(valueY(scale, 1e300))).toBe(true);
  });

  it('finds the place under a pixel', () => {
    expect(axisAt(scale, axisX(scale, 17))).toBeCloseTo(17, 9);
    expect(axisAt(scale, layout.left)).toBe(0);
    expect(axisAt(closer, layout.right)).toBe(30);
  });

  it('shows a part of the run over the whole width', () => {
    expect(axisX(closer, 20)).toBe(layout.left);
    expect(axisX(closer, 30)).toBe(layout.right);
    expect(axisX(closer, 10)).toBeLessThan(0.5 * layout.left);
  });

  it('puts equal ratios at equal distances on a log axis, and what has no logarithm on its edge', () => {
    const heights = [0.01, 0.1, 1, 10].map((value) => valueY(logScale, value));
    expect(heights[0]).toBe(layout.bottom);
    expect(heights[3]).toBeCloseTo(layout.top, 9);
    const steps = heights.slice(1).map((y, i) => (heights[i] ?? 0) - y);
    for (const step of steps) expect(step).toBeCloseTo((layout.bottom - layout.top) / 3, 9);
    for (const value of [0, -1, 1e-9]) expect(valueY(logScale, value)).toBe(layout.bottom);
  });

  it('reads marks within half an epoch, and in long runs within some pixels', () => {
    expect(readingReach(scale, 1)).toBe(0.5);
    const long = { ...scale, window: { from: 0, to: 5000, end: 5000 } };
    expect(readingReach(long, 1)).toBeGreaterThan(20);
    expect(readingReach(scale, 13)).toBe(6.5);
  });

  it('makes room on a phone, and for large type', () => {
    const phone = chartLayout({ ...size, width: 330 });
    expect(phone.narrow).toBe(true);
    expect(600 - layout.right).toBeGreaterThan(330 - phone.right);
    const large = chartLayout({ ...size, fontSize: 24 });
    expect(large.narrow).toBe(true);
    expect(maxPlaceTicks(large, 5)).toBeLessThan(maxPlaceTicks(layout, 5));
    expect(maxPlaceTicks(large, 5)).toBeLessThan(maxPlaceTicks(large, 2));
  });

  it('keeps half a line of type between the lowest label and the axis', () => {
    const [top, lowest] = labelRange(layout);
    expect(top).toBe(layout.top);
    expect(layout.bottom - lowest).toBeGreaterThan(layout.fontSize / 2);
  });
});
