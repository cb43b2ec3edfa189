import { describe, expect, it } from 'vitest';
import {
  fittingTicks,
  logTicks,
  niceStep,
  stepDecimals,
  ticksBetween,
  wholeTicks,
} from './series-ticks.ts';

describe('ticks', () => {
  it('steps by 1, 2 or 5 times a power of ten', () => {
    expect(niceStep(1, 8)).toBe(0.2);
    expect(niceStep(0.6, 8)).toBe(0.1);
    expect(niceStep(2.5, 8)).toBe(0.5);
    expect(niceStep(0.03, 7)).toBe(0.005);
    expect(niceStep(50, 8)).toBe(10);
    expect(niceStep(7000, 8)).toBe(1000);
  });

  it('lists multiples without dust', () => {
    expect(ticksBetween(0, 0.6, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(ticksBetween(0.93, 1, 0.02)).toEqual([0.94, 0.96, 0.98, 1]);
  });

  it('knows how many decimals a step needs', () => {
    expect([0.005, 0.01, 0.2, 1, 5, 10, 2000].map(stepDecimals)).toEqual([3, 2, 1, 0, 0, 0, 0]);
  });

  it('counts epochs in whole numbers', () => {
    expect(wholeTicks(0, 50, 8)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(wholeTicks(0, 5, 8)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(wholeTicks(0, 1, 8)).toEqual([0, 1]);
    expect(wholeTicks(0, 37, 8)).toEqual([0, 10, 20, 30]);
    expect(wholeTicks(17, 22, 8)).toEqual([17, 18, 19, 20, 21, 22]);
    expect(wholeTicks(0, 650, 6)).toEqual([0, 200, 400, 600]);
  });

  it('counts epochs by 25 where that reaches the end and 20 does not', () => {
    for (const most of [3, 4, 5]) expect(wholeTicks(0, 50, most)).toEqual([0, 25, 50]);
    expect(wholeTicks(0, 50, 2)).toEqual([0, 50]);
    expect(wholeTicks(0, 1500, 5)).toEqual([0, 500, 1000, 1500]);
    expect(wholeTicks(0, 750, 5)).toEqual([0, 250, 500, 750]);
    expect(wholeTicks(0, 60, 4)).toEqual([0, 20, 40, 60]);
    expect(wholeTicks(0, 37, 3)).toEqual([0, 20]);
    expect(wholeTicks(20, 50, 4)).toEqual([20, 30, 40, 50]);
    expect(wholeTicks(0, 5, 3)).toEqual([0, 5]);
  });

  it('steps through a log axis by as many mantissas as there is room for, else by powers of ten', () => {
    expect(logTicks(0.05, 2, 8)).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
    expect(logTicks(0.01, 10, 8)).toEqual([0.01, 0.03, 0.1, 0.3, 1, 3, 10]);
    expect(logTicks(0.01, 10, 4)).toEqual([0.01, 0.1, 1, 10]);
    expect(logTicks(0.5, 1, 8)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(logTicks(1e-6, 1, 4)).toEqual([1e-6, 1e-4, 1e-2, 1]);
  });
});

describe('ticks with texts of their own', () => {
  const ticks = (...places: readonly number[]) => places.map((at) => ({ at, room: 10 }));

  it('are all shown where they have room', () => {
    expect(fittingTicks(ticks(0, 10, 20))).toEqual([0, 1, 2]);
    expect(fittingTicks([])).toEqual([]);
  });

  it('give way to the first, to the last, and to those before them', () => {
    expect(fittingTicks(ticks(0, 4, 11, 14, 22, 30))).toEqual([0, 2, 5]);
    expect(fittingTicks(ticks(0, 15, 24))).toEqual([0, 2]);
  });

  it('leave the first alone where there is no room for the last', () => {
    expect(fittingTicks(ticks(0, 5))).toEqual([0]);
  });
});
