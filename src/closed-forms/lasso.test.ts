import { describe, expect, it } from 'vitest';
import {
  correlatedDesign,
  orthogonalDesign,
  responses,
} from '../../tests/closed-forms/random-designs.ts';
import { lasso, lassoLimit, lassoOf, lassoPath, softThreshold } from './lasso.ts';
import { momentsOf } from './linear-moments.ts';
import { dot, transpose } from './matrix.ts';
import { ridge } from './ridge.ts';

const TRUTH = [1.5, 0, -1, 0, 0, 0.7, 0, 0];
const design = correlatedDesign(40, TRUTH.length, 3);
const y = responses(design, TRUTH, { intercept: 0.4, noise: 0.5 });
const moments = momentsOf(design, y);
const zeros = (weights: readonly number[]) => weights.filter((w) => w === 0).length;

describe('lasso', () => {
  it('of two orthogonal features of least squares 2 and 0.5 is as by hand', () => {
    const x = orthogonalDesign(4, 2);
    const targets = x.map(([a = 0, b = 0]) => 1 + 2 * a + 0.5 * b);
    expect(lasso(x, targets, 1)).toEqual({ intercept: 1, weights: [1.5, 0] });
    expect(lasso(x, targets, 4).weights).toEqual([0, 0]);
    expect(lassoLimit(momentsOf(x, targets))).toBe(4);
  });

  it.each([0.001, 0.05, 0.3, 1])('with λ = %f is where the subgradient holds 0', (lambda) => {
    const { intercept, weights } = lasso(design, y, lambda);
    const residuals = design.map((row, i) => (y[i] ?? NaN) - intercept - dot(row, weights));
    expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 9);
    transpose(design).forEach((column, j) => {
      const pull = (2 * dot(column, residuals)) / y.length;
      const w = weights[j] ?? NaN;
      if (w === 0) expect(Math.abs(pull)).toBeLessThanOrEqual(lambda + 1e-9);
      else expect(pull).toBeCloseTo(lambda * Math.sign(w), 9);
    });
  });

  it('is least squares at λ = 0, and all 0 from its limit on but not just below', () => {
    const { weights } = lasso(design, y, 0);
    ridge(design, y, 0).weights.forEach((w, j) => expect(weights[j]).toBeCloseTo(w, 9));
    const limit = lassoLimit(moments);
    expect(zeros(lassoOf(moments, limit * 1.0001).weights)).toBe(TRUTH.length);
    expect(zeros(lassoOf(moments, limit * 0.9999).weights)).toBe(TRUTH.length - 1);
  });

  it('has a path that does not depend on where it starts, in the order of the λ', () => {
    const lambdas = [0.3, 1, 0.03, 0.1];
    const path = lassoPath(moments, lambdas);
    expect(path).toHaveLength(lambdas.length);
    lambdas.forEach((lambda, i) => {
      const cold = lassoOf(moments, lambda).weights;
      path[i]?.weights.forEach((w, j) => expect(w).toBeCloseTo(cold[j] ?? NaN, 9));
    });
    const kept = [1, 3, 0, 2].map((i) => zeros(path[i]?.weights ?? []));
    expect(kept[0]).toBeGreaterThan(kept[3] ?? NaN);
  });

  it('leaves a constant column alone, and takes more columns than rows', () => {
    const withConstant = design.map((row) => [...row, 7]);
    expect(lasso(withConstant, y, 0.1).weights.at(-1)).toBe(0);
    const few = lasso(design.slice(0, 5), y.slice(0, 5), 0.2).weights;
    expect(few.every(Number.isFinite)).toBe(true);
    expect(few.filter((w) => w !== 0).length).toBeLessThanOrEqual(5);
  });
});

it('the soft threshold subtracts, and stops at 0', () => {
  expect([2, -2, 0.5, -0.5].map((value) => softThreshold(value, 1))).toEqual([1, -1, 0, -0]);
});
