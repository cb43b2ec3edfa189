/**
 * The error of ridge on each row when the others train, without training n times: eᵢ/(1 − hᵢᵢ), with e the
 * residuals of the fit to all rows and H the matrix that makes fitted values of targets (Hastie, Tibshirani &
 * Friedman 2009, 7.10). The loss is a mean, so the same pull on n − 1 rows is λ·n/(n − 1) there.
 */
import { factorize, forward } from './cholesky.ts';
import { momentsOf } from './linear-moments.ts';
import { dot } from './matrix.ts';
import type { Matrix } from './matrix.ts';
import { penalized, ridgeOf } from './ridge.ts';

/** Target minus answer, of each row left out in turn; NaN where the fit to all rows has no solution. */
export function leaveOneOutErrors(
  design: Matrix,
  targets: ArrayLike<number>,
  lambda: number,
): number[] {
  const moments = momentsOf(design, targets);
  const { rows, means, products } = moments;
  const { intercept, weights } = ridgeOf(moments, lambda);
  const factor = factorize(penalized(products, lambda));
  return design.map((row, i) => {
    if (!factor) return NaN;
    const centred = means.map((mean, j) => (row[j] ?? NaN) - mean);
    // xᵀ(LLᵀ)⁻¹x is the squared length of L⁻¹x; 1/n is the intercept's.
    const half = forward(factor, centred);
    const leverage = 1 / rows + dot(half, half) / rows;
    return ((targets[i] ?? NaN) - intercept - dot(row, weights)) / (1 - leverage);
  });
}
