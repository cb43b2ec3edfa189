/**
 * Rows of two features of unequal scale, made so that least squares is known exactly: the columns have mean 0,
 * deviations 3 and 0.3, and are uncorrelated with each other and with the noise. The minimum is then the truth,
 * (1, 1), and ridge is sᵢ²/(sᵢ² + λ) in each weight.
 */
import { normalQuantile } from '../base/elementary.ts';
import { elementBits, rowKey, uniform24 } from '../base/random.ts';
import { mean } from '../base/statistics/summary.ts';
import { dot } from './matrix.ts';

export const FEATURE_SCALES = [3, 0.3] as const;
export const TRUE_WEIGHTS = [1, 1] as const;
const NOISE = 0.1;
const ROWS = 200;
const KEY = 20;
const HALF_STEP = 2.98023223876953125e-8;

export interface TwoFeatureRows {
  /** [row, feature] */
  readonly design: readonly (readonly [number, number])[];
  readonly targets: readonly number[];
}

export function twoFeatureRows(): TwoFeatureRows {
  const made: number[][] = [];
  for (let column = 0; column < 3; column++) made.push(freeOf(made, drawn(column)));
  const [first = [], second = [], noise = []] = made;
  const design = first.map((value, row): [number, number] => [
    value * FEATURE_SCALES[0],
    (second[row] ?? NaN) * FEATURE_SCALES[1],
  ]);
  const targets = design.map(
    ([a, b], row) => a * TRUE_WEIGHTS[0] + b * TRUE_WEIGHTS[1] + NOISE * (noise[row] ?? NaN),
  );
  return { design, targets };
}

function drawn(column: number): number[] {
  return Array.from({ length: ROWS }, (_, row) =>
    normalQuantile(uniform24(elementBits(rowKey(KEY, row), column)) + HALF_STEP),
  );
}

/** With mean 0 and variance 1, uncorrelated with those that are so already. */
function freeOf(others: readonly number[][], column: readonly number[]): number[] {
  const middle = mean(column);
  let rest = column.map((value) => value - middle);
  for (const other of others) {
    const share = dot(other, rest) / ROWS;
    rest = rest.map((value, row) => value - share * (other[row] ?? NaN));
  }
  const deviation = Math.sqrt(dot(rest, rest) / ROWS);
  return rest.map((value) => value / deviation);
}
