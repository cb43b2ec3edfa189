import { describe, expect, it } from 'vitest';
import { epochTicks, niceStep, stepDecimals, ticksBetween } from './series-ticks.ts';

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
    expect(epochTicks(50, 8)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(epochTicks(5, 8)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(epochTicks(1, 8)).toEqual([0, 1]);
    expect(epochTicks(37, 8)).toEqual([0, 10, 20, 30]);
  });
});
