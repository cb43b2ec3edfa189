/** Small dense linear algebra in double precision: what the closed forms are made of. */

/** [row][column] */
export type Matrix = readonly (readonly number[])[];

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

/** Matrix times vector. */
export function product(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function transpose(matrix: Matrix): number[][] {
  return (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? NaN));
}

/** XᵀX */
export function gram(matrix: Matrix): number[][] {
  const columns = transpose(matrix);
  return columns.map((a) => columns.map((b) => dot(a, b)));
}

/** Solution of a square system, by elimination with the largest pivots. */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] ?? NaN]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? NaN;
  for (let k = 0; k < size; k++) {
    let largest = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(at(i, k)) > Math.abs(at(largest, k))) largest = i;
    [rows[k], rows[largest]] = [rows[largest] ?? [], rows[k] ?? []];
    for (let i = k + 1; i < size; i++) {
      const factor = at(i, k) / at(k, k);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(k, j));
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--)
    solution[i] = (at(i, size) - dot((rows[i] ?? []).slice(0, size), solution)) / at(i, i);
  return solution;
}

/**
 * Eigenvalues of a symmetric matrix with their vectors, by Jacobi's rotations (Golub & Van Loan,
 * Matrix Computations, 8.5).
 */
export function eigen(symmetric: Matrix): { values: number[]; vectors: number[][] } {
  const a = symmetric.map((row) => [...row]);
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
