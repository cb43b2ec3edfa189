import { expect, it } from 'vitest';
import { addCombination } from './add-combination.ts';

it.each([1, 3, 4, 9])('adds %i weighted columns to what is there', (count) => {
  const columns = Array.from({ length: count }, (_, i) => Float64Array.of(i + 1, 10 * (i + 1)));
  const weights = columns.map((_, i) => 2 - i);
  const sum = weights.reduce((total, weight, i) => total + weight * (i + 1), 0);
  const target = Float64Array.of(5, 7);
  addCombination(target, columns, weights);
  expect([...target]).toEqual([5 + sum, 7 + 10 * sum]);
});

it('adds to as many entries as the target has', () => {
  const target = new Float64Array(2);
  addCombination(target, [Float64Array.of(1, 2, 3)], [2]);
  expect([...target]).toEqual([2, 4]);
});
