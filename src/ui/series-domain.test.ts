import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valueAxis } from './series-domain.ts';
import { ticksBetween } from './series-ticks.ts';
import type { DomainRule } from './series-types.ts';

const LOSS: DomainRule = {
  initial: [0, 2.5],
  floor: 0,
  ceiling: null,
  smallestSpan: 0.01,
  settled: 0,
  cutOff: 4,
};
const ACCURACY: DomainRule = {
  initial: [0, 1],
  floor: null,
  ceiling: 1,
  smallestSpan: 0.1,
  settled: 5,
  cutOff: Infinity,
};

const line = (...values: number[]) => ({ values: Float64Array.from(values) });
const axis = (rule: DomainRule, ...values: number[]) => valueAxis([line(...values)], rule, 8);

/** The axes while the line grows point by point. */
function axesOf(values: readonly number[], rule: DomainRule) {
  return values.map((_, i) => valueAxis([line(...values.slice(0, i + 1))], rule, 8));
}

describe('valueAxis', () => {
  it('stands before there is data', () => {
    expect(valueAxis([], LOSS, 8)).toEqual({ low: 0, high: 2.5, step: 0.5 });
    expect(axis(ACCURACY, NaN)).toEqual({ low: 0, high: 1, step: 0.2 });
  });

  it('ends at round numbers around the data', () => {
    expect(axis(LOSS, 2.35, 0.9, 0.7)).toEqual({ low: 0, high: 2.5, step: 0.5 });
    expect(axis(ACCURACY, 0.1, 0.43, 0.7, 0.8, 0.85, 0.98)).toEqual({
      low: 0.4,
      high: 1,
      step: 0.1,
    });
  });

  it('closes in on accuracies only when the first epochs are in', () => {
    expect(axis(ACCURACY, 0.1, 0.7, 0.8, 0.85, 0.86).low).toBe(0);
    expect(axis(ACCURACY, 0.1, 0.7, 0.8, 0.85, 0.86, 0.87).low).toBe(0.7);
    // A network that learns late keeps the whole axis.
    expect(axis(ACCURACY, 0.1, 0.11, 0.1, 0.3, 0.6, 0.8).low).toBe(0);
  });

  it('has a length even if all values are the same', () => {
    expect(axis(ACCURACY, 0.1, 1, 1, 1, 1, 1)).toEqual({ low: 0.9, high: 1, step: 0.02 });
    expect(axis(LOSS, 0, 0).high).toBeGreaterThan(0);
  });

  it('is not stretched by a run that explodes, nor by what is no number', () => {
    const calm = line(2.3, 1, 0.8);
    const exploding = line(2.3, 40, 1e12, NaN, Infinity);
    expect(valueAxis([calm, exploding], LOSS, 8).high).toBe(10);
  });

  it('only widens as a run grows, in few steps', () => {
    const losses = fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(losses, (values) => {
        const axes = axesOf(values, LOSS);
        axes
          .slice(1)
          .forEach((next, i) => expect(next.high).toBeGreaterThanOrEqual(axes[i]?.high ?? 0));
      }),
    );
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7 });
    fc.assert(
      fc.property(shares, (values) => {
        const axes = axesOf(values, ACCURACY).slice(5);
        axes.slice(1).forEach((next, i) => expect(next.low).toBeLessThanOrEqual(axes[i]?.low ?? 0));
        expect(new Set(axes.map(({ low }) => low)).size).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('holds all values, with ticks at both ends and not too many', () => {
    const losses = fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(losses, fc.integer({ min: 3, max: 8 }), (values, maxTicks) => {
        const { low, high, step } = valueAxis(
          [line(...values)],
          { ...LOSS, cutOff: Infinity },
          maxTicks,
        );
        const ticks = ticksBetween(low, high, step);
        expect(Math.max(...values)).toBeLessThanOrEqual(high + 1e-9);
        expect(ticks.length).toBeLessThanOrEqual(maxTicks);
        expect(ticks[0]).toBe(low);
        expect(ticks.at(-1)).toBeCloseTo(high, 9);
      }),
    );
  });
});
