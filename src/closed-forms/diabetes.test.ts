/**
 * Ridge and lasso on the committed Diabetes table, beside another program: NumPy 2.4, with lasso as a bounded
 * quadratic programme (SciPy’s L-BFGS-B) whose active weights were then solved for exactly.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { diabetesFiles } from '../datasets/sets/diabetes.shards.ts';
import { leaveOneOutErrors } from './leave-one-out.ts';
import { lassoPath } from './lasso.ts';
import { momentsOf } from './linear-moments.ts';
import { ridge, ridgePath } from './ridge.ts';

const FEATURES = diabetesFiles.featureCount;

/** As the page trains on them: all columns with mean 0 and variance 1 over n. */
function standardized(): { readonly design: number[][]; readonly y: number[] } {
  const [shard] = diabetesFiles.training;
  if (!shard) throw new Error('Diabetes has no shard.');
  const file = resolve(import.meta.dirname, '../../public/data/diabetes', shard.file);
  const { buffer, byteOffset } = Uint8Array.from(inflateRawSync(readFileSync(file)));
  const values = new Float32Array(buffer, byteOffset);
  const { rows } = shard;
  const columns = Array.from({ length: FEATURES + 1 }, (_, column) =>
    Array.from({ length: rows }, (__, row) =>
      Number(values[column === FEATURES ? rows * FEATURES + row : row * FEATURES + column]),
    ),
  ).map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows;
    return column.map((value) => (value - mean) / Math.sqrt(variance));
  });
  const y = columns.pop() ?? [];
  return { design: y.map((_, row) => columns.map((column) => column[row] ?? NaN)), y };
}

const { design, y } = standardized();
const moments = momentsOf(design, y);

describe('on Diabetes', () => {
  it('ridge has the weights of the other program', () => {
    const [weak, strong] = ridgePath(moments, [0.01, 0.3]);
    expectWeights(weak?.weights, [
      ...[-0.004446, -0.144877, 0.321559, 0.197978, -0.235095],
      ...[0.092952, -0.048543, 0.080492, 0.365883, 0.043939],
    ]);
    expectWeights(strong?.weights, [
      ...[0.007899, -0.100527, 0.265079, 0.166508, -0.020229],
      ...[-0.045381, -0.11445, 0.075034, 0.229267, 0.064305],
    ]);
  });

  it('lasso has its weights and its zeros', () => {
    const [weak, strong] = lassoPath(moments, [0.02, 0.2]);
    expectWeights(weak?.weights, [
      ...[0, -0.126731, 0.323344, 0.186329, -0.078926],
      ...[0, -0.126777, 0.017172, 0.3204, 0.035399],
    ]);
    expectWeights(strong?.weights, [0, 0, 0.304858, 0.106321, 0, 0, -0.058438, 0, 0.264741, 0]);
    const isZero = (w: number) => w === 0;
    expect(weak?.weights.filter(isZero)).toHaveLength(2);
    expect(strong?.weights.filter(isZero)).toHaveLength(6);
  });

  it('least squares has the well-known weights of columns of length 1, times their size', () => {
    // scikit-learn's own example prints −10.01, −239.82, 519.85, … for y in its units.
    const { weights } = ridge(design, y, 0);
    const scale = 77.0057 * Math.sqrt(442);
    expect((weights[1] ?? NaN) * scale).toBeCloseTo(-239.8, 0);
    expect((weights[2] ?? NaN) * scale).toBeCloseTo(519.8, 0);
  });

  it('leaving one row out has the mean squared error of 442 fits by the other program', () => {
    const errors = leaveOneOutErrors(design, y, 0.3);
    const mean = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    expect(mean).toBeCloseTo(0.5146671658, 8);
  });
});

function expectWeights(weights: readonly number[] = [], expected: readonly number[]): void {
  expect(weights).toHaveLength(expected.length);
  weights.forEach((w, j) => expect(w).toBeCloseTo(expected[j] ?? NaN, 5));
}
