import { describe, expect, it } from 'vitest';
import { normals } from '../../tests/closed-forms/random-designs.ts';
import { factorize, solve } from './cholesky.ts';
import { gram, product } from './matrix.ts';

describe('a symmetric, positive definite system', () => {
  it('is factorized as by hand', () => {
    const matrix = [
      [4, 2, -2],
      [2, 10, 5],
      [-2, 5, 9],
    ];
    expect(factorize(matrix)?.map((row) => [...row])).toEqual([[2], [1, 3], [-1, 2, 2]]);
    expect(solve(matrix, [2, 37, 35])).toEqual([1, 2, 3]);
  });

  it.each([1, 2, 5, 30])('of %i random columns has the solution that was put in', (size) => {
    const matrix = gram(normals(2 * size + 5, size, 17));
    const solution = Array.from({ length: size }, (_, i) => i - 2);
    solve(matrix, product(matrix, solution)).forEach((value, i) => {
      expect(value).toBeCloseTo(i - 2, 9);
    });
  });

  it('has no solution where columns depend on each other, or none is positive', () => {
    const dependent = gram(normals(20, 3, 5).map(([a = 0, b = 0]) => [a, b, a - 2 * b]));
    expect(factorize(dependent)).toBeNull();
    expect(factorize([[0]])).toBeNull();
    expect(factorize([[-1]])).toBeNull();
    expect(solve(dependent, [1, 2, 3])).toEqual([NaN, NaN, NaN]);
  });
});
