import { describe, expect, it } from 'vitest';
import { chartLayout, epochX, markY, nearestEpoch, valueY } from './chart-frame-geometry.ts';

const size = { width: 600, height: 240, fontSize: 12, labelWidth: 80, shortLabelWidth: 70 };
const layout = chartLayout(size);
const scale = { layout, epochs: 50, axis: { low: 0, high: 1, step: 0.2 } };

describe('chart geometry', () => {
  it('puts the run between the axis and the labels', () => {
    expect(epochX(scale, 0)).toBe(layout.left);
    expect(epochX(scale, 50)).toBe(layout.right);
    expect(600 - layout.right).toBeGreaterThan(80);
  });

  it('has values rise, and marks stay inside', () => {
    expect(valueY(scale, 0)).toBe(layout.bottom);
    expect(valueY(scale, 1)).toBe(layout.top);
    expect(valueY(scale, 2)).toBeLessThan(0);
    expect(markY(scale, 1e30)).toBe(layout.top);
    expect(markY(scale, -1)).toBe(layout.bottom);
    expect(Number.isFinite(valueY(scale, 1e300))).toBe(true);
  });

  it('finds the epoch under the pointer, never one that is not there yet', () => {
    expect(nearestEpoch(scale, epochX(scale, 17) + 2, 50)).toBe(17);
    expect(nearestEpoch(scale, 0, 50)).toBe(0);
    expect(nearestEpoch(scale, 600, 20)).toBe(20);
  });

  it('makes room on a phone, and for large type', () => {
    const phone = chartLayout({ ...size, width: 330 });
    expect(phone.narrow).toBe(true);
    expect(600 - layout.right).toBeGreaterThan(330 - phone.right);
    const large = chartLayout({ ...size, fontSize: 24 });
    expect(large.narrow).toBe(true);
    expect(large.maxEpochTicks).toBeLessThan(layout.maxEpochTicks);
  });
});
