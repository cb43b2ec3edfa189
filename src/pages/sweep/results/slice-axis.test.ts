import { describe, expect, it } from 'vitest';
import { cutOf, sliceAxis, tickText } from './slice-axis.ts';

describe('the value axis of a slice', () => {
  it('has round ends around all values, with room for their marks', () => {
    expect(sliceAxis([0.8, 0.93], true)).toEqual({
      domain: [0.75, 0.95],
      ticks: [0.75, 0.8, 0.85, 0.9, 0.95],
    });
    expect(sliceAxis([1.42, 6.3], false).domain).toEqual([1, 7]);
  });

  it('ends at 100 % and at 0', () => {
    expect(sliceAxis([0.62, 1], true).domain[1]).toBe(1);
    expect(sliceAxis([0.003, 1], true).domain[0]).toBe(0);
    expect(sliceAxis([0.01, 3], false).domain[0]).toBe(0);
  });

  it('has a span where all values are alike, and none is lost', () => {
    const { domain, ticks } = sliceAxis([0.9], true);
    expect(domain[0]).toBeLessThan(0.9);
    expect(domain[1]).toBeGreaterThan(0.9);
    expect(ticks.length).toBeGreaterThan(2);
  });

  it('has no ticks where there is nothing to show', () => {
    expect(sliceAxis([NaN], false).ticks).toEqual([]);
  });
});

it('a loss that exploded does not make all others look alike', () => {
  expect(cutOf([0.4, 1, 4, 155])).toBe(4);
  expect(cutOf([0.4, 0.5, 0.6])).toBeNull();
  expect(cutOf([])).toBeNull();
});

it('ticks are written without needless digits', () => {
  expect(tickText(0.85, true)).toBe('85\u202f%');
  expect(tickText(0.985, true)).toBe('98.5\u202f%');
  expect(tickText(0.25, false)).toBe('0.25');
  expect(tickText(-2, false)).toBe('−2');
  expect(tickText(12_000, false)).toBe('12,000');
});
