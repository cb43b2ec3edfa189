/** Small dense matrices in double precision: what the closed forms are made of. */

/** [row][column]; rows may be views of a larger array. */
export type Matrix = readonly ArrayLike<number>[];

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? NaN) * (b[i] ?? NaN);
  return sum;
}

/** Matrix times vector. */
export function product(matrix: Matrix, vector: ArrayLike<number>): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function transpose(matrix: Matrix): number[][] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, column) =>
    matrix.map((row) => row[column] ?? NaN),
  );
}

/** XᵀX */
export function gram(matrix: Matrix): number[][] {
  const columns = transpose(matrix);
  return columns.map((a) => columns.map((b) => dot(a, b)));
}
