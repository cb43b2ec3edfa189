/** The figure to beat: what a network gets on its training rows that takes no notice of the features. */
import type { FloatArray, Task } from '../../engine/step/kernels.ts';

/**
 * Of answering the commonest class: its share of the rows. In regression, of answering their mean: its mean
 * squared error. NaN without rows.
 */
export function simplestAnswer(targets: FloatArray, task: Task): number {
  return task === 'classification' ? commonestShare(targets) : variance(targets);
}

function commonestShare(targets: FloatArray): number {
  const counts = new Map<number, number>();
  for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / targets.length;
}

function variance(targets: FloatArray): number {
  let [sum, squares] = [0, 0];
  for (const target of targets) sum += target;
  const mean = sum / targets.length;
  for (const target of targets) squares += (target - mean) * (target - mean);
  return squares / targets.length;
}
