import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smooth } from './series-smoothing.ts';

const of = (...values: number[]) => Float64Array.from(values);

describe('smooth', () => {
  it('leaves the figures alone when it is off', () => {
    const values = of(3, 1, 2);
    expect(smooth(values, 0)).toBe(values);
  });

  it('has no bias towards 0 at its start: a steady line stays where it is', () => {
    for (const value of smooth(new Float64Array(40).fill(2.5), 0.9))
      expect(value).toBeCloseTo(2.5, 12);
  });

  it('is the mean of what came so far, weighted by age', () => {
    const [first, second, third] = smooth(of(8, 2, 5), 0.5);
    expect(first).toBe(8);
    expect(second).toBeCloseTo((0.5 * 8 + 2) / 1.5, 12);
    expect(third).toBeCloseTo((0.25 * 8 + 0.5 * 2 + 5) / 1.75, 12);
  });

  it('keeps gaps, which weigh nothing', () => {
    const smoothed = smooth(of(8, NaN, 2), 0.5);
    expect(smoothed[1]).toBeNaN();
    expect(smoothed[2]).toBeCloseTo((0.5 * 8 + 2) / 1.5, 12);
  });

  it('stays between the lowest and the highest value so far', () => {
    const lines = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(lines, fc.double({ min: 0, max: 0.95, noNaN: true }), (values, weight) => {
        smooth(of(...values), weight).forEach((value, i) => {
          const before = values.slice(0, i + 1);
          expect(value).toBeGreaterThanOrEqual(Math.min(...before) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...before) + 1e-9);
        });
      }),
    );
  });
});
