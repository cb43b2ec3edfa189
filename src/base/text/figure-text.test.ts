import { expect, it } from 'vitest';
import { decimals, points, signedPoints, threeDigits } from './figure-text.ts';

it.each([
  [0, '0'],
  [3e-25, '< 0.001'],
  [0.00099, '< 0.001'],
  [0.001, '0.00100'],
  [0.05234, '0.0523'],
  [1.5, '1.50'],
  [12.437, '12.4'],
  [999.9, '1,000'],
  [12_437, '12,400'],
  [3.2e12, 'over\u00a01,000,000'],
  [NaN, '–'],
])('writes %d as %s', (size, text) => {
  expect(threeDigits(size)).toBe(text);
});

it.each([
  [0.3118, '0.312'],
  [9999, '9999.000'],
  [12_437.2, '12,437'],
  [8.1e32, 'over\u00a01,000,000'],
  [-8.1e32, 'under\u00a0-1,000,000'],
  [Infinity, '–'],
])('writes %d with three decimals as %s, and no powers of ten', (value, text) => {
  expect(decimals(3)(value)).toBe(text);
});

it.each([
  [0.17, '17.0\u00a0points', '+17.0\u00a0points'],
  [-0.026, '−2.6\u00a0points', '−2.6\u00a0points'],
  [0, '0.0\u00a0points', '0.0\u00a0points'],
  // Next to 0 there is no sign.
  [-0.0003, '0.0\u00a0points', '0.0\u00a0points'],
  [0.0003, '0.0\u00a0points', '0.0\u00a0points'],
  [NaN, '–', '–'],
])('a difference of %d is %s, and %s with its sign', (share, plain, signed) => {
  expect(points(share)).toBe(plain);
  expect(signedPoints(share)).toBe(signed);
});
