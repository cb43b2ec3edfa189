/** Outputs of a classifier as probabilities, for what is shown; training has its own in the kernels. */
import { exp } from '../../base/elementary.ts';
import type { FloatArray } from './kernels.ts';

/** [row, class] from linear outputs [row, class]; each row sums to 1. */
export function softmaxRows(outputs: FloatArray, classes: number): Float64Array {
  const probabilities = new Float64Array(outputs.length);
  for (let from = 0; from < outputs.length; from += classes) {
    let highest = -Infinity;
    for (let c = from; c < from + classes; c++) highest = Math.max(highest, outputs[c] ?? NaN);
    let sum = 0;
    for (let c = from; c < from + classes; c++) {
      const power = exp((outputs[c] ?? NaN) - highest);
      probabilities[c] = power;
      sum += power;
    }
    for (let c = from; c < from + classes; c++) probabilities[c] = (probabilities[c] ?? NaN) / sum;
  }
  return probabilities;
}
