/** Systems with a symmetric, positive definite matrix (Golub & Van Loan, Matrix Computations, 4.2). */
import { dot } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** The lower triangle L of LLᵀ; row i has i + 1 entries. */
export type CholeskyFactor = readonly Float64Array[];

/** A pivot below this share of its diagonal entry is rounding: the columns depend on each other. */
const LEAST_PIVOT = 1e-13;

/** Null: the matrix is not positive definite. */
export function factorize(matrix: Matrix): CholeskyFactor | null {
  const lower: Float64Array[] = [];
  for (const [i, values] of matrix.entries()) {
    const row = new Float64Array(i + 1);
    for (const [j, above] of lower.entries())
      row[j] = ((values[j] ?? NaN) - dot(row, above, j)) / (above[j] ?? NaN);
    const diagonal = values[i] ?? NaN;
    const pivot = diagonal - dot(row, row, i);
    if (!(pivot > LEAST_PIVOT * diagonal)) return null;
    row[i] = Math.sqrt(pivot);
    lower.push(row);
  }
  return lower;
}

/** x of LLᵀx = right */
export function solveFactored(factor: CholeskyFactor, right: ArrayLike<number>): number[] {
  const solution = forward(factor, right);
  // Row by row, as they lie in memory: what a solved unknown takes from those before it.
  for (let i = factor.length - 1; i >= 0; i--) {
    const row = factor[i];
    if (!row) continue;
    const value = (solution[i] ?? NaN) / (row[i] ?? NaN);
    solution[i] = value;
    for (let j = 0; j < i; j++) solution[j] = (solution[j] ?? NaN) - (row[j] ?? NaN) * value;
  }
  return solution;
}

/** x of Lx = right */
export function forward(factor: CholeskyFactor, right: ArrayLike<number>): number[] {
  const solution: number[] = [];
  for (const [i, row] of factor.entries()) {
    let rest = right[i] ?? NaN;
    for (let j = 0; j < i; j++) rest -= (row[j] ?? NaN) * (solution[j] ?? NaN);
    solution.push(rest / (row[i] ?? NaN));
  }
  return solution;
}

/** NaN where the matrix is not positive definite. */
export function solve(matrix: Matrix, right: ArrayLike<number>): number[] {
  const factor = factorize(matrix);
  return factor ? solveFactored(factor, right) : Array.from(right, () => NaN);
}
