/** Seeded data for the closed forms, in single precision as the engine keeps its rows. */
import { normalQuantile } from '../../src/base/elementary.ts';
import { STREAM, elementBits, makeKey, rowKey, uniform24 } from '../../src/base/random.ts';
import { dot } from '../../src/closed-forms/matrix.ts';

/** Draws of the standard normal distribution, [row][column]. */
export function normals(rows: number, columns: number, seed: number): number[][] {
  const key = makeKey(seed, STREAM.generatedData);
  return Array.from({ length: rows }, (_, row) => {
    const keyOfRow = rowKey(key, row);
    return Array.from({ length: columns }, (__, column) =>
      Math.fround(normalQuantile(uniform24(elementBits(keyOfRow, column)) + 2 ** -25)),
    );
  });
}

/** Correlated features: neighbours share `shared` of their variance, and scales differ. */
export function correlatedDesign(rows: number, columns: number, seed: number): number[][] {
  const shared = 0.5;
  return normals(rows, columns + 1, seed).map((draws) =>
    Array.from({ length: columns }, (_, j) => {
      const mixed =
        Math.sqrt(shared) * (draws[j] ?? NaN) + Math.sqrt(1 - shared) * (draws[j + 1] ?? NaN);
      return Math.fround((0.5 + (j % 3) / 2) * mixed);
    }),
  );
}

/**
 * Columns 1… of Sylvester's Hadamard matrix: XᵀX = nI exactly, and every column has mean 0. `rows` is a
 * power of 2 above `columns`.
 */
export function orthogonalDesign(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, j) => (isEven(bitCount(row & (j + 1))) ? 1 : -1)),
  );
}

/** y = Xw + intercept + noise */
export function responses(
  design: readonly (readonly number[])[],
  weights: readonly number[],
  { intercept = 0, noise = 1, seed = 1 }: { intercept?: number; noise?: number; seed?: number },
): number[] {
  const errors = normals(design.length, 1, seed);
  return design.map((row, i) =>
    Math.fround(dot(row, weights) + intercept + noise * (errors[i]?.[0] ?? NaN)),
  );
}

/** The design with a column of ones in front, for the intercept. */
export function withOnes(design: readonly (readonly number[])[]): number[][] {
  return design.map((row) => [1, ...row]);
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

const isEven = (count: number) => count % 2 === 0;
