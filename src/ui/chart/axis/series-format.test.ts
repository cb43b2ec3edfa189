import { describe, expect, it } from 'vitest';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
  formatPercent,
  formatPercentTick,
  formatPoints,
  formatSmall,
  formatSmallShort,
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
    expect(formatLoss(123_456.7, 2)).toBe('123,457');
    expect(formatLoss(1.234e9, 2)).toBe('over\u00a01,000,000');
    expect(formatLoss(-8.1e32, 2)).toBe('under\u00a0−1,000,000');
    expect(formatLoss(Infinity, 2)).toBe('–');
  });

  it('keeps them shorter still beside their lines', () => {
    const short = [0.8967, 4567.8, 123_456.7, 8.1e32, -8.1e32, NaN].map((loss) =>
      formatLossShort(loss, 2),
    );
    expect(short).toEqual(['0.90', '4568', '123K', '>1M', '<−1M', '–']);
    expect([0.0042, 8.1e32].map(formatSmallShort)).toEqual(['0.0042', '>1M']);
  });

  it('gives ticks the decimals of their step', () => {
    expect(formatPercentTick(0.4, 0.1)).toBe('40\u202f%');
    expect(formatPercentTick(0.995, 0.005)).toBe('99.5\u202f%');
    expect(formatLossTick(0.5, 0.5)).toBe('0.5');
    expect(formatLossTick(2, 1)).toBe('2.0');
    expect(formatLossTick(0.02, 0.005)).toBe('0.020');
    expect(formatLossTick(20, 10)).toBe('20');
    expect(formatLossTick(20_000, 10_000)).toBe('20K');
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
