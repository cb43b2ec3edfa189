/**
 * Which rows make a batch, and how they are gathered into it. Inputs are perturbed here (input
 * dropout, input noise), by TypeScript on every backend, so that all of them see the same inputs.
 */
import { normalQuantile } from '../../base/elementary.ts';
import {
  elementBits,
  isKept,
  keepThreshold,
  permutation,
  rowKey,
  uniform24,
} from '../../base/random.ts';
import type { Examples } from './examples.ts';
import type { FloatArray, Task } from '../step/kernels.ts';

/** Start of each batch in the epoch's order, and the end of the last. */
export interface BatchPlan {
  readonly starts: Int32Array;
  readonly count: number;
  /** Rows of the largest batch. */
  readonly capacity: number;
}

/**
 * Cuts `rows` into batches; the last, smaller one is used. A last batch of a single row joins the one
 * before it (a single row has no variance for batch norm), for all arms, so that their batches stay the same.
 */
export function planBatches(rows: number, batchSize: number): BatchPlan {
  const full = Math.max(1, Math.ceil(rows / batchSize));
  const lastIsSingle = full > 1 && batchSize > 1 && rows - (full - 1) * batchSize === 1;
  const joined = lastIsSingle ? full - 1 : full;
  const starts = new Int32Array(joined + 1);
  for (let i = 0; i < joined; i++) starts[i] = i * batchSize;
  starts[joined] = rows;
  const capacity = Math.min(rows, batchSize + (joined < full ? 1 : 0));
  return { starts, count: joined, capacity };
}

let lastOrder: { rows: number; key: number; order: Int32Array } = {
  rows: -1,
  key: 0,
  order: new Int32Array(0),
};

/**
 * Order of the rows in one epoch; not to be changed. The last one is kept, since all lanes of a
 * replicate ask for the same.
 */
export function epochOrder(rows: number, key: number): Int32Array {
  if (lastOrder.rows !== rows || lastOrder.key !== key)
    lastOrder = { rows, key, order: permutation(rows, key) };
  return lastOrder.order;
}

/** What is done to inputs on their way into a batch; the keys are the step's. */
export interface InputPerturbation {
  /** Probability of keeping an input; kept ones are divided by it. */
  readonly keep: number;
  keepKey: number;
  /** Standard deviation of the Gaussian noise added before dropout. */
  readonly noise: number;
  noiseKey: number;
}

/** Writes rows `order[start..end)` to `target` from element `offset` on: [row, feature]. */
export function gatherInputs(
  target: FloatArray,
  offset: number,
  examples: Examples,
  order: Int32Array,
  start: number,
  end: number,
  perturbation: InputPerturbation,
): void {
  const { features, featureScale } = examples;
  const width = features.length / examples.count;
  let at = offset;
  for (let i = start; i < end; i++) {
    let from = (order[i] ?? 0) * width;
    for (const stop = from + width; from < stop; from++)
      target[at++] = (features[from] ?? 0) * featureScale;
  }
  if (perturbation.noise > 0) addNoise(target, offset, end - start, width, perturbation);
  if (perturbation.keep < 1) dropInputs(target, offset, end - start, width, perturbation);
}

function addNoise(
  target: FloatArray,
  offset: number,
  rows: number,
  width: number,
  { noise, noiseKey }: InputPerturbation,
): void {
  for (let row = 0; row < rows; row++) {
    const key = rowKey(noiseKey, row);
    for (let column = 0; column < width; column++) {
      // Half a step up, since the quantile of 0 is infinite.
      const u = uniform24(elementBits(key, column)) + 2.98023223876953125e-8;
      const at = offset + row * width + column;
      target[at] = (target[at] ?? 0) + noise * normalQuantile(u);
    }
  }
}

function dropInputs(
  target: FloatArray,
  offset: number,
  rows: number,
  width: number,
  { keep, keepKey }: InputPerturbation,
): void {
  const threshold = keepThreshold(keep);
  const scale = 1 / keep;
  for (let row = 0; row < rows; row++) {
    const key = rowKey(keepKey, row);
    for (let column = 0; column < width; column++) {
      const at = offset + row * width + column;
      target[at] = isKept(key, column, threshold) ? (target[at] ?? 0) * scale : 0;
    }
  }
}

/** Writes the targets of the same rows: one-hot classes, or values. [row, output] */
export function gatherTargets(
  target: FloatArray,
  offset: number,
  examples: Examples,
  order: Int32Array,
  start: number,
  end: number,
  outputs: number,
  task: Task,
): void {
  let at = offset;
  for (let i = start; i < end; i++) {
    const value = examples.targets[order[i] ?? 0] ?? 0;
    if (task === 'regression') target[at++] = value;
    else for (let c = 0; c < outputs; c++) target[at++] = c === value ? 1 : 0;
  }
}
