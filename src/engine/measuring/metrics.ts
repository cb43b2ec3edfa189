/** Figures from the outputs of a network, computed in double precision. */
import { exp, log } from '../../base/elementary.ts';
import type { FloatArray, Task } from '../step/kernels.ts';

/** Loss of each row with its prediction: hard labels, never smoothed. */
export interface RowResults {
  /** Cross-entropy, or squared error (mean over outputs). */
  readonly losses: Float64Array;
  /** Class with the largest output (the first of equals); -1 in regression or for NaN. */
  readonly predictions: Int32Array;
  /** Every output was a finite number. */
  readonly finite: boolean;
}

/** `outputs` [row, output], linear (before softmax); `targets` [row]. */
export function measureRows(outputs: FloatArray, targets: FloatArray, task: Task): RowResults {
  const rows = targets.length;
  const width = rows === 0 ? 0 : outputs.length / rows;
  const losses = new Float64Array(rows);
  const predictions = new Int32Array(rows).fill(-1);
  let finite = true;
  for (let row = 0; row < rows; row++) {
    const of = outputs.subarray(row * width, (row + 1) * width);
    for (const value of of) if (!Number.isFinite(value)) finite = false;
    const target = targets[row] ?? NaN;
    if (task === 'regression') {
      const error = (of[0] ?? NaN) - target;
      losses[row] = error * error;
    } else {
      const winner = largest(of);
      predictions[row] = winner;
      losses[row] = logSumExp(of, of[winner] ?? NaN) - (of[target] ?? NaN);
    }
  }
  return { losses, predictions, finite };
}

/** Index of the largest value, the first of equals; -1 where all are NaN. */
export function largest(values: FloatArray): number {
  let winner = -1;
  for (let i = 0; i < values.length; i++) {
    const v = values[i] ?? NaN;
    if (v === v && (winner < 0 || v > (values[winner] ?? NaN))) winner = i;
  }
  return winner;
}

function logSumExp(values: FloatArray, maximum: number): number {
  let sum = 0;
  for (const value of values) sum += exp(value - maximum);
  return maximum + log(sum);
}

export function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Share of rows whose prediction is the target; NaN without rows. */
export function accuracy(predictions: Int32Array, targets: FloatArray): number {
  let right = 0;
  for (let i = 0; i < predictions.length; i++) if (predictions[i] === targets[i]) right += 1;
  return right / predictions.length;
}
