import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOSS_RULE } from '../../controls/domain-rule-fixture.ts';
import { axisShare, axisTicks, valueAxis } from './series-domain.ts';
import type { Extended } from '../data/series-extent.ts';
import { linesOnEdge } from './series-log-axis.ts';
import type { DomainRule } from '../data/series-types.ts';

const ACCURACY: DomainRule = {
  initial: [0, 1],
  floor: null,
  ceiling: 1,
  smallestSpan: 0.1,
  settled: 5,
  cutOff: Infinity,
};

const line = (...values: number[]): Extended => {
  const column = Float64Array.from(values);
  const shape = { isMain: true, isReference: false, pace: 1, upTo: null, stopped: null } as const;
  return { ...shape, values: column, spread: null, columns: [column], dots: [] };
};

const WHOLE = { from: 0, to: 1000, end: 1000 };
/** Its start is epoch 0 alone. */
const SHORT = { from: 0, to: 50, end: 50 };
const LINEAR = { scale: 'linear', showsSeeds: false } as const;
const LOG = { scale: 'log', showsSeeds: false } as const;

function axisOf(lines: readonly Extended[], rule: DomainRule, options: Partial<Options> = {}) {
  return valueAxis(lines, rule, { window: WHOLE, view: LINEAR, maxTicks: 8, ...options });
}
type Options = Parameters<typeof valueAxis>[2];

const axis = (rule: DomainRule, ...values: number[]) => axisOf([line(...values)], rule);
const linear = (low: number, high: number, step: number) => ({
  ...{ scale: 'linear', low, high, step },
});

/** The axes while the line grows point by point. */
function axesOf(values: readonly number[], rule: DomainRule, window = WHOLE) {
  return values.map((_, i) => axisOf([line(...values.slice(0, i + 1))], rule, { window }));
}

describe('valueAxis', () => {
  it('stands before there is data', () => {
    expect(axisOf([], LOSS_RULE)).toEqual(linear(0, 2.5, 0.5));
    expect(axis(ACCURACY, NaN)).toEqual(linear(0, 1, 0.2));
  });

  it('ends at round numbers around the data', () => {
    expect(axis(LOSS_RULE, 2.35, 0.9, 0.7)).toEqual(linear(0, 2.5, 0.5));
    expect(axis(ACCURACY, 0.1, 0.43, 0.7, 0.8, 0.85, 0.98)).toEqual(linear(0.4, 1, 0.1));
  });

  it('closes in on accuracies only when the first epochs are in', () => {
    expect(axis(ACCURACY, 0.1, 0.7, 0.8, 0.85, 0.86).low).toBe(0);
    expect(axis(ACCURACY, 0.1, 0.7, 0.8, 0.85, 0.86, 0.87).low).toBe(0.7);
    // A network that learns late keeps the whole axis.
    expect(axis(ACCURACY, 0.1, 0.11, 0.1, 0.3, 0.6, 0.8).low).toBe(0);
  });

  it('holds the untrained networks where they are looked back at', () => {
    const run = line(0.1, 0.7, 0.8, 0.85, 0.86, 0.87);
    expect(axisOf([{ ...run, upTo: 0 }], ACCURACY).low).toBeLessThanOrEqual(0.1);
    expect(axisOf([{ ...run, upTo: 1 }], ACCURACY).low).toBe(0.7);
  });

  it('has a length even if all values are the same', () => {
    expect(axis(ACCURACY, 0.1, 1, 1, 1, 1, 1)).toEqual(linear(0.9, 1, 0.02));
    expect(axis(LOSS_RULE, 0, 0).high).toBeGreaterThan(0);
  });

  it('is not stretched by a run that explodes, nor by what is no number', () => {
    const calm = line(2.3, 1, 0.8);
    const exploding = line(2.3, 40, 1e12, NaN, Infinity);
    expect(axisOf([calm, exploding], LOSS_RULE).high).toBe(10);
  });

  it('leaves the untrained networks out once the trained ones need less than half of the axis', () => {
    expect(axisOf([line(12.7)], LOSS_RULE, { window: SHORT }).high).toBe(14);
    expect(axisOf([line(12.7, 9.9)], LOSS_RULE, { window: SHORT }).high).toBe(14);
    expect(axisOf([line(12.7, 5.3, 2)], LOSS_RULE, { window: SHORT })).toEqual(linear(0, 6, 1));
    expect(axisOf([line(2.35, 0.5, 0.2)], LOSS_RULE, { window: SHORT }).high).toBe(0.5);
  });

  it('takes the first hundredth of a long run for its start', () => {
    const values = Array.from({ length: 40 }, (_, epoch) => (epoch <= 10 ? 12 - epoch : 1));
    expect(axisOf([line(...values.slice(0, 11))], LOSS_RULE).high).toBe(12);
    expect(axisOf([line(...values)], LOSS_RULE).high).toBe(1);
    expect(axisOf([line(...values)], LOSS_RULE, { window: SHORT }).high).toBe(12);
  });

  it('holds the start where it is looked at', () => {
    const run = line(12.7, 1.1, 0.9);
    expect(axisOf([{ ...run, upTo: 0 }], LOSS_RULE, { window: SHORT }).high).toBe(14);
    expect(axisOf([{ ...run, upTo: 1 }], LOSS_RULE, { window: SHORT }).high).toBeLessThan(2);
  });

  it('follows the lines that did not diverge', () => {
    const calm = line(2.3, 1.9, 0.8);
    const diverged = { ...line(2.3, 7, 8.1e32), stopped: 'diverged' };
    expect(axisOf([calm, diverged], LOSS_RULE, { window: SHORT }).high).toBe(2.5);
    expect(axisOf([diverged], LOSS_RULE, { window: SHORT }).high).toBe(10);
  });

  it('only widens as a run grows beyond its start, in few steps', () => {
    const losses = fc.array(fc.double({ min: 0.001, max: 9, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(losses, (values) => {
        const axes = axesOf(values, LOSS_RULE, SHORT).slice(1);
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
        const rule = { ...LOSS_RULE, cutOff: Infinity };
        const found = axisOf([line(...values)], rule, { maxTicks, window: SHORT });
        const { low, high } = found;
        const ticks = axisTicks(found, maxTicks);
        expect(Math.max(0, ...values.slice(1))).toBeLessThanOrEqual(high + 1e-9);
        expect(ticks.length).toBeLessThanOrEqual(maxTicks);
        expect(ticks[0]).toBe(low);
        expect(ticks.at(-1)).toBeCloseTo(high, 9);
      }),
    );
  });

  it('holds 0 where the rule says so, above and below it', () => {
    const gap: DomainRule = { ...LOSS_RULE, floor: null, holdsZero: true };
    expect(axis(gap, 0.5, 0.6, 0.8).low).toBe(0);
    expect(axis(gap, -0.5, -0.4).high).toBe(0);
    expect(axis(gap, -0.18, 0.75)).toEqual(linear(-0.2, 0.8, 0.2));
  });

  it('of values ends where they do, where few ticks would make it far longer', () => {
    const rule = { ...LOSS_RULE, floor: null, holdsZero: true, isOfValues: true };
    const found = axisOf([line(-0.01, 0.53)], rule, { maxTicks: 3 });
    expect(found).toEqual({ scale: 'linear', low: -0.01, high: 0.53, step: 0.5 });
    expect(axisTicks(found, 3)).toEqual([0, 0.5]);
    expect(axisOf([line(-0.01, 0.53)], rule, { maxTicks: 6 })).toMatchObject({ low: -0.2 });
  });

  it('shows the values of a part of the run closely, without a floor far below them', () => {
    const values = Array.from({ length: 51 }, (_, epoch) => (epoch < 20 ? 2 : 0.61 + epoch / 1e4));
    const whole = axisOf([line(...values)], LOSS_RULE);
    const closer = axisOf([line(...values)], LOSS_RULE, { window: { from: 20, to: 50, end: 50 } });
    expect([whole.low, whole.high]).toEqual([0, 2]);
    expect(closer.low).toBeGreaterThanOrEqual(0.6);
    expect(closer.high).toBeLessThan(0.63);
  });

  it('makes room for the band of repeated runs, and for each of them where they are shown', () => {
    const columns = [
      [1, 3],
      [2, 6],
      [3, 9],
    ].map((column) => Float64Array.from(column));
    const spread = Float64Array.from([1, 3]);
    const repeated = { ...line(2, 6), spread, columns };
    const rule = { ...LOSS_RULE, cutOff: Infinity };
    expect(axisOf([repeated], rule).high).toBe(10);
    expect(axisOf([{ ...repeated, spread: null }], rule).high).toBe(6);
    const view = { ...LINEAR, showsSeeds: true };
    expect(axisOf([{ ...repeated, spread: null }], rule, { view }).high).toBe(10);
  });
});

describe('a log axis', () => {
  const logAxis = (...values: number[]) => axisOf([line(...values)], LOSS_RULE, { view: LOG });

  it('ends at round values around the data', () => {
    expect(logAxis(2.3, 0.9, 0.14)).toEqual({ scale: 'log', low: 0.1, high: 5, step: 0 });
    expect(logAxis(2.3, 0.0004)).toMatchObject({ low: 1e-4, high: 10 });
  });

  it('keeps zeros and what is below on its lower edge, apart from the smallest value', () => {
    const lines = [line(2.3, 0.5, 0.1), line(1, 0, -0.3), line(1, 0.5, 0.4)];
    const found = axisOf(lines, LOSS_RULE, { view: LOG });
    expect(found.low).toBeGreaterThan(0);
    expect(found.low).toBeLessThanOrEqual(0.1 / 2);
    expect(axisShare(found, 0)).toBe(0);
    expect(axisShare(found, -0.3)).toBe(0);
    expect(axisShare(found, 0.1)).toBeGreaterThan(0);
    expect(linesOnEdge(lines, LOSS_RULE, { window: WHOLE, view: LOG })).toEqual([lines[1]]);
  });

  it('never loses a line: every value has a place on it', () => {
    const losses = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(losses, (values) => {
        const found = logAxis(...values);
        expect(found.low).toBeGreaterThan(0);
        expect(found.high).toBeGreaterThan(found.low);
        for (const value of values) {
          const share = axisShare(found, value);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(axisTicks(found, 8).length).toBeGreaterThan(0);
      }),
    );
  });

  it('has a length where nothing is above 0, and where all is the same', () => {
    for (const found of [
      logAxis(0, 0),
      logAxis(-1),
      logAxis(0.5, 0.5),
      axisOf([], LOSS_RULE, { view: LOG }),
    ]) {
      expect(found.low).toBeGreaterThan(0);
      expect(found.high / found.low).toBeGreaterThanOrEqual(2);
    }
  });
});
