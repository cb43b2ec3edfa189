/** Systems with a symmetric, positive definite matrix (Golub & Van Loan, Matrix Computations, 4.2). */
import { dot } from './matrix.ts';
import type { Matrix } from './matrix.ts';

/** The lower triangle L of LLᵀ; row i has i + 1 entries. */
export type CholeskyFactor = readonly (readonly number[])[];

/** A pivot below this share of its diagonal entry is rounding: the columns depend on each other. */
const LEAST_PIVOT = 1e-13;

/** Null: the matrix is not positive definite. */
export function factorize(matrix: Matrix): CholeskyFactor | null {
  const lower: number[][] = [];
  for (const [i, values] of matrix.entries()) {
    const row: number[] = [];
    for (let j = 0; j < i; j++) {
      const above = lower[j] ?? [];
      row.push(((values[j] ?? NaN) - dot(row, above)) / (above[j] ?? NaN));
    }
    const diagonal = values[i] ?? NaN;
    const pivot = diagonal - dot(row, row);
    if (!(pivot > LEAST_PIVOT * diagonal)) return null;
    lower.push([...row, Math.sqrt(pivot)]);
  }
  return lower;
}

/** x of LLᵀx = right */
function solveFactored(factor: CholeskyFactor, right: ArrayLike<number>): number[] {
  const solution = forward(factor, right);
  for (let i = factor.length - 1; i >= 0; i--) {
    let rest = solution[i] ?? NaN;
    for (let j = i + 1; j < factor.length; j++)
      rest -= (factor[j]?.[i] ?? NaN) * (solution[j] ?? NaN);
    solution[i] = rest / (factor[i]?.[i] ?? NaN);
  }
  return solution;
}

/** x of Lx = right */
export function forward(factor: CholeskyFactor, right: ArrayLike<number>): number[] {
  const solution: number[] = [];
  for (const [i, row] of factor.entries()) {
    let rest = right[i] ?? NaN;
    for (const [j, value] of solution.entries()) rest -= (row[j] ?? NaN) * value;
    solution.push(rest / (row[i] ?? NaN));
  }
  return solution;
}

/** NaN where the matrix is not positive definite. */
export function solve(matrix: Matrix, right: ArrayLike<number>): number[] {
  const factor = factorize(matrix);
  return factor ? solveFactored(factor, right) : Array.from(right, () => NaN);
}
