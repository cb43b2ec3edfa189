import { expect, it } from 'vitest';
import { threeDigits } from './figure-text.ts';

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
  [3.2e12, '3.2e+12'],
  [NaN, '–'],
])('writes %d as %s', (size, text) => {
  expect(threeDigits(size)).toBe(text);
});
