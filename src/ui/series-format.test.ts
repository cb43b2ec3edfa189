import { describe, expect, it } from 'vitest';
import {
  formatLoss,
  formatLossTick,
  formatPercent,
  formatPercentTick,
  formatPoints,
  formatSmall,
  formatSmallTick,
} from './series-format.ts';

describe('numbers of charts', () => {
  it('writes shares as percent', () => {
    expect(formatPercent(0.7345, 0)).toBe('73\u202f%');
    expect(formatPercent(0.7345, 1)).toBe('73.5\u202f%');
    expect(formatPercent(1, 0, false)).toBe('100');
    expect(formatPercent(NaN, 0)).toBe('–');
  });

  it('keeps losses short', () => {
    expect(formatLoss(0.8967, 3)).toBe('0.897');
    expect(formatLoss(12.345, 2)).toBe('12.35');
    expect(formatLoss(123.45, 3)).toBe('123.5');
    expect(formatLoss(4567.8, 3)).toBe('4568');
    expect(formatLoss(1.234e9, 2)).toBe('1.2e+9');
    expect(formatLoss(Infinity, 2)).toBe('–');
  });

  it('gives ticks the decimals of their step', () => {
    expect(formatPercentTick(0.4, 0.1)).toBe('40\u202f%');
    expect(formatPercentTick(0.995, 0.005)).toBe('99.5\u202f%');
    expect(formatLossTick(0.5, 0.5)).toBe('0.5');
    expect(formatLossTick(2, 1)).toBe('2.0');
    expect(formatLossTick(0.02, 0.005)).toBe('0.020');
    expect(formatLossTick(20, 10)).toBe('20');
    expect(formatLossTick(20_000, 10_000)).toBe('2e+4');
  });

  it('writes differences with the minus of the page, and none before 0', () => {
    expect(formatLoss(-0.124, 2)).toBe('−0.12');
    expect(formatLoss(-0.001, 2)).toBe('0.00');
    expect(formatPoints(0.2513, 1)).toBe('25.1');
    expect(formatPoints(-0.03, 0)).toBe('−3');
    expect(formatPoints(-0.0004, 0)).toBe('0');
    expect(formatPoints(NaN, 0)).toBe('–');
    expect(formatLossTick(-0.5, 0.5)).toBe('−0.5');
  });

  it('keeps small penalties apart', () => {
    expect([0, 0.412, 0.0042, 4.2e-7, 12.345].map(formatSmall)).toEqual([
      ...['0', '0.412', '0.0042', '4.2e-7', '12.345'],
    ]);
    expect(formatSmallTick(0.0002, 0.0001)).toBe('0.0002');
    expect(formatSmallTick(2e-5, 1e-5)).toBe('2e-5');
    expect(formatSmallTick(0, 1e-5)).toBe('0.00000');
  });
});
