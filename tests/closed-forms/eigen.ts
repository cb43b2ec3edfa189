/** Eigenvalues, for what gradient descent does along each of them. */
import { transpose } from '../../src/closed-forms/matrix.ts';
import type { Matrix } from '../../src/closed-forms/matrix.ts';

/**
 * Eigenvalues of a symmetric matrix with their vectors, by Jacobi's rotations (Golub & Van Loan,
 * Matrix Computations, 8.5).
 */
export function eigen(symmetric: Matrix): { values: number[]; vectors: number[][] } {
  const a = symmetric.map((row) => Array.from(row));
  const size = a.length;
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, p, q);
  return { values: a.map((row, i) => row[i] ?? NaN), vectors: transpose(v) };
}

/** One rotation in the plane (p, q) that makes a[p][q] zero; v gathers the rotations. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p]?.[q] ?? NaN;
  if (off === 0) return;
  const theta = ((a[q]?.[q] ?? NaN) - (a[p]?.[p] ?? NaN)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turnColumns = (matrix: number[][]) => {
    for (const row of matrix) {
      const [x, y] = [row[p] ?? NaN, row[q] ?? NaN];
      [row[p], row[q]] = [c * x - s * y, s * x + c * y];
    }
  };
  turnColumns(a);
  turnColumns(v);
  const [x, y] = [a[p] ?? [], a[q] ?? []];
  a[p] = x.map((value, j) => c * value - s * (y[j] ?? NaN));
  a[q] = x.map((value, j) => s * value + c * (y[j] ?? NaN));
}
