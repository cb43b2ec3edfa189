import { describe, expect, it } from 'vitest';
import {
  correlatedDesign,
  orthogonalDesign,
  responses,
} from '../../tests/closed-forms/random-designs.ts';
import { leaveOneOutErrors } from './leave-one-out.ts';
import { momentsOf } from './linear-moments.ts';
import { dot, transpose } from './matrix.ts';
import { ridge, ridgeOf, ridgePath } from './ridge.ts';

const design = correlatedDesign(30, 6, 41);
const y = responses(design, [1.5, 0, -1, 0, 0.5, 2], { intercept: 3, noise: 0.6 });

describe('ridge', () => {
  it('of one feature is as by hand', () => {
    // x = −1, 0, 1 and y = 0, 1, 5: w = (5/3)/(2/3 + λ), about means 0 and 2.
    const x = [[-1], [0], [1]];
    const { intercept, weights } = ridge(x, [0, 1, 5], 1);
    expect(weights[0]).toBeCloseTo(1, 12);
    expect(intercept).toBeCloseTo(2, 12);
    expect(ridge(x, [0, 1, 5], 0).weights[0]).toBeCloseTo(2.5, 12);
    expect(ridge([[9], [10], [11]], [0, 1, 5], 1).intercept).toBeCloseTo(2 - 10, 12);
  });

  it('divides every weight of an orthogonal design by 1 + λ', () => {
    const x = orthogonalDesign(16, 3);
    const targets = responses(x, [2, -1, 0.3], { noise: 0.2 });
    const plain = ridge(x, targets, 0).weights;
    const shrunk = ridge(x, targets, 0.5).weights;
    shrunk.forEach((w, j) => expect(w).toBeCloseTo((plain[j] ?? NaN) / 1.5, 12));
  });

  it.each([0, 0.01, 0.7])(
    'with λ = %f is where the gradient of loss and penalty is 0',
    (lambda) => {
      const { intercept, weights } = ridge(design, y, lambda);
      const residuals = design.map((row, i) => (y[i] ?? NaN) - intercept - dot(row, weights));
      expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 10);
      transpose(design).forEach((column, j) => {
        const slope = (-2 * dot(column, residuals)) / y.length + 2 * lambda * (weights[j] ?? NaN);
        expect(slope).toBeCloseTo(0, 10);
      });
    },
  );

  it('may have a strength of its own for each feature', () => {
    const { weights } = ridge(design, y, [0, 0, 0, 0, 0, 1e12]);
    expect(Math.abs(weights[5] ?? NaN)).toBeLessThan(1e-9);
    const without = ridge(
      design.map((row) => row.slice(0, 5)),
      y,
      0,
    ).weights;
    without.forEach((w, j) => expect(weights[j]).toBeCloseTo(w, 8));
  });

  it('has a path in the order of the λ, and no solution without λ where there are too few rows', () => {
    const moments = momentsOf(design, y);
    expect(ridgePath(moments, [1, 0.1])).toEqual([ridgeOf(moments, 1), ridgeOf(moments, 0.1)]);
    const few = momentsOf(design.slice(0, 4), y.slice(0, 4));
    expect(ridgeOf(few, 0).weights).toEqual(new Array<number>(6).fill(NaN));
    expect(ridgeOf(few, 0.01).weights.every(Number.isFinite)).toBe(true);
  });
});

describe('the errors of ridge on rows left out', () => {
  it.each([0, 0.02, 0.5])('are those of n fits at λ = %f', (lambda) => {
    const errors = leaveOneOutErrors(design, y, lambda);
    expect(errors).toHaveLength(design.length);
    errors.forEach((error, i) => {
      const rest = (_: unknown, j: number) => j !== i;
      // The same pull on the sum of one row less.
      const own = (lambda * design.length) / (design.length - 1);
      const { intercept, weights } = ridge(design.filter(rest), y.filter(rest), own);
      expect(error).toBeCloseTo((y[i] ?? NaN) - intercept - dot(design[i] ?? [], weights), 9);
    });
  });

  it('are not known where the fit to all rows is not', () => {
    const errors = leaveOneOutErrors(design.slice(0, 4), y.slice(0, 4), 0);
    expect(errors).toEqual([NaN, NaN, NaN, NaN]);
  });
});
