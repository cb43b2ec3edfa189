/** What a classifier answers, and how sure it is. */
import type { FloatArray } from '../../engine/step/kernels.ts';
import { largest } from '../../engine/measuring/metrics.ts';
import { softmaxRows } from '../../engine/step/softmax.ts';

/** [row] */
export interface ClassAnswers {
  /** The class with the largest output, the first of equals, as figures count it. */
  readonly answers: Uint8Array;
  /** The probability given to it. */
  readonly certainties: Float64Array;
}

/** `outputs` [row, class], linear (before softmax). */
export function classAnswers(outputs: FloatArray, classes: number): ClassAnswers {
  const rows = outputs.length / classes;
  const probabilities = softmaxRows(outputs, classes);
  const answers = new Uint8Array(rows);
  const certainties = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const winner = largest(outputs.subarray(row * classes, (row + 1) * classes));
    answers[row] = winner;
    certainties[row] = probabilities[row * classes + winner] ?? NaN;
  }
  return { answers, certainties };
}
