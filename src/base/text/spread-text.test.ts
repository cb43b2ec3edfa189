import { expect, it } from 'vitest';
import { decimals, percent } from './figure-text.ts';
import { spreadText } from './spread-text.ts';

it.each([
  [[], percent, '–'],
  [[NaN], percent, '–'],
  [[0.73], percent, '73.0\u202f%'],
  [[0.7, 0.72, 0.74], percent, '72.0\u00a0±\u00a02.0\u202f%'],
  [[0.7, NaN, 0.74], percent, '72.0\u00a0±\u00a02.8\u202f%'],
  [[0.5, 0.5], decimals(3), '0.500\u00a0±\u00a00.000'],
  [[1, 2, 3, 4], decimals(1), '2.5\u00a0±\u00a01.3'],
  [[1e9, 1e32], decimals(3), 'over\u00a01,000,000'],
] as const)('%j: %s', (values, format, text) => expect(spreadText(values, format)).toBe(text));
