/** Small dense matrices in double precision: what the closed forms are made of. */

/** [row][column]; rows may be views of a larger array. */
export type Matrix = readonly ArrayLike<number>[];

/** Dot product of their first `length` entries, in four sums, which a processor adds at once. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>, length = a.length): number {
  const whole = length - (length % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    first += (a[i] ?? NaN) * (b[i] ?? NaN);
    second += (a[i + 1] ?? NaN) * (b[i + 1] ?? NaN);
    third += (a[i + 2] ?? NaN) * (b[i + 2] ?? NaN);
    fourth += (a[i + 3] ?? NaN) * (b[i + 3] ?? NaN);
  }
  for (let i = whole; i < length; i++) first += (a[i] ?? NaN) * (b[i] ?? NaN);
  return first + second + (third + fourth);
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
