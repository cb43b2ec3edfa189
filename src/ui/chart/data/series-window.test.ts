import { describe, expect, it } from 'vitest';
import { axisWindow, epochsOfAxis, epochsWithin, isWhole, isWithin } from './series-window.ts';

const line = (pace: number, last: number, isReference = false) => ({ pace, last, isReference });
const ALL = { from: 0, to: null };

describe('axisWindow', () => {
  it('shows the whole run, also what is still to come, and a longer one that was kept', () => {
    expect(axisWindow([line(1, 3)], 50, ALL)).toEqual({ from: 0, to: 50, end: 50 });
    expect(axisWindow([], 50, ALL)).toEqual({ from: 0, to: 50, end: 50 });
    expect(axisWindow([line(1, 3), line(1, 80, true)], 50, ALL).end).toBe(80);
    expect(axisWindow([line(1, 3), line(1, 20, true)], 50, ALL).end).toBe(50);
  });

  it('is as long as the most steps of an arm where it counts steps', () => {
    expect(axisWindow([line(10, 3), line(20, 3)], 50, ALL).end).toBe(1000);
  });

  it('shows a part where that is wanted, as far as there is one', () => {
    expect(axisWindow([line(1, 50)], 50, { from: 10, to: 30 })).toEqual({
      ...{ from: 10, to: 30, end: 50 },
    });
    expect(axisWindow([line(1, 50)], 50, { from: 10, to: null }).to).toBe(50);
    expect(axisWindow([line(1, 20)], 20, { from: 10, to: 30 })).toEqual({
      ...{ from: 10, to: 20, end: 20 },
    });
    expect(isWhole(axisWindow([line(1, 5)], 5, { from: 10, to: 30 }))).toBe(true);
  });

  it('draws the epochs at and just beyond its edges, and marks only those within', () => {
    const window = { from: 25, to: 45, end: 100 };
    const values = new Float64Array(11);
    expect(epochsWithin({ pace: 10, values }, window)).toEqual([2, 5]);
    expect(epochsWithin({ pace: 10, values: values.subarray(0, 4) }, window)).toEqual([2, 3]);
    expect([2, 3, 4, 5].map((epoch) => isWithin(10, epoch, window))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('tells the epochs at its ends, of the arm with the most steps where it counts those', () => {
    const window = { from: 200, to: 1000, end: 1000 };
    expect(epochsOfAxis([line(10, 3), line(20, 3), line(50, 3, true)], window)).toEqual([10, 50]);
    expect(epochsOfAxis([], { from: 0, to: 50, end: 50 })).toEqual([0, 50]);
  });
});
