/**
 * Solutions of penalised least squares that need no training, in the conventions of the engine: the mean
 * of the squared errors plus λ times the penalty, intercept not penalised.
 */
import { dot, gram, product, solve, transpose } from './linear-algebra.ts';
import type { Matrix } from './linear-algebra.ts';
import { withOnes } from './random-designs.ts';

export interface LinearSolution {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/**
 * Ridge with a strength for each feature: (XᵀX + n·diag(λ))⁻¹Xᵀy (Hoerl & Kennard 1970), the intercept as
 * a column of ones with strength 0.
 */
export function ridge(
  design: Matrix,
  y: readonly number[],
  lambda: number | readonly number[],
): LinearSolution {
  const x = withOnes(design);
  const strengthOf = (column: number) =>
    column === 0 ? 0 : typeof lambda === 'number' ? lambda : (lambda[column - 1] ?? NaN);
  const system = gram(x).map((row, i) =>
    row.map((value, j) => value + (i === j ? x.length * strengthOf(i) : 0)),
  );
  const [intercept = NaN, ...weights] = solve(system, product(transpose(x), y));
  return { intercept, weights };
}

export function softThreshold(value: number, threshold: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - threshold);
}

/**
 * Lasso by cyclic coordinate descent (Friedman, Hastie & Tibshirani 2010, "Regularization paths", with
 * this project's λ: half of it is the threshold, as the squared errors are not halved).
 */
export function lasso(design: Matrix, y: readonly number[], lambda: number): LinearSolution {
  const columns = transpose(design);
  const rows = y.length;
  const weights = columns.map(() => 0);
  const residuals = [...y];
  let intercept = 0;
  for (let sweep = 0; sweep < 5000; sweep++) {
    const shift =
      dot(
        residuals,
        residuals.map(() => 1),
      ) / rows;
    intercept += shift;
    residuals.forEach((_, i) => (residuals[i] = (residuals[i] ?? NaN) - shift));
    columns.forEach((column, j) => {
      const before = weights[j] ?? NaN;
      const size = dot(column, column) / rows;
      const pull = dot(column, residuals) / rows + size * before;
      const after = softThreshold(pull, lambda / 2) / size;
      weights[j] = after;
      column.forEach((x, i) => (residuals[i] = (residuals[i] ?? NaN) - x * (after - before)));
    });
  }
  return { intercept, weights };
}
