import { expect, it } from 'vitest';
import { zeroCentredBins } from './zero-centred-bins.ts';

it('bins values on both sides of 0, exact zeros left out, the largest included', () => {
  const { binWidth, counts } = zeroCentredBins(
    Float64Array.of(0, 1, 1, 48, -48, -0.5, 0, 0.999, 47.5),
    48,
  );
  expect(binWidth).toBe(1);
  expect(counts).toHaveLength(96);
  const expected = new Uint32Array(96);
  expected[47] = 1; // −0.5
  expected[48] = 1; // 0.999
  expected[49] = 2; // 1, twice
  expected[95] = 2; // 47.5, and 48 on the edge
  expected[0] = 1; // −48
  expect(counts).toEqual(expected);
});

it('has widths that are powers of two', () => {
  for (const largest of [0.003, 0.7, 5, 1e6]) {
    const { binWidth } = zeroCentredBins(Float64Array.of(largest), largest);
    expect(Number.isInteger(Math.log2(binWidth))).toBe(true);
    expect(48 * binWidth).toBeGreaterThanOrEqual(largest);
    expect(24 * binWidth).toBeLessThan(largest);
  }
});
