/** Loss of each row and its gradient with respect to the network's linear outputs. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { exp, log } from '../../../base/elementary.ts';
import type { FloatArray, OutputGradient, StepInputs } from '../../../engine/step/kernels.ts';
import { axis, laneElements, slot } from './lanes.ts';

export function outputGradient(
  call: OutputGradient,
  step: StepInputs,
  backend: MathBackendCPU,
): void {
  const [lanes, capacity, outputs] = [0, 1, 2].map((i) => axis(call.output, i)) as [
    number,
    number,
    number,
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const z = laneElements(backend, call.output, lane);
    const y = laneElements(backend, call.targets, lane);
    const g = laneElements(backend, call.gradient, lane);
    const losses = call.rowLoss && laneElements(backend, call.rowLoss, lane);
    const smoothing = slot(step, lane, 'labelSmoothing');
    for (let row = 0; row < capacity; row++) {
      const at = row * outputs;
      const rowOf = (all: FloatArray) => all.subarray(at, at + outputs);
      let loss = 0;
      if (row >= step.rows) rowOf(g).fill(0);
      else if (call.task === 'regression')
        loss = squaredError(rowOf(z), rowOf(y), rowOf(g), step.rows);
      else loss = crossEntropy(rowOf(z), rowOf(y), rowOf(g), step.rows, smoothing);
      if (losses) losses[row] = loss;
    }
  }
}

/** Softmax cross-entropy of one row; writes (softmax(z) − y) / rows. */
function crossEntropy(
  z: FloatArray,
  y: FloatArray,
  gradient: FloatArray,
  rows: number,
  smoothing: number,
): number {
  const classes = z.length;
  let largest = -Infinity;
  for (const value of z) if (!(value <= largest)) largest = value;
  let sum = 0;
  for (const value of z) sum += exp(value - largest);
  const logSum = log(sum);
  let loss = 0;
  for (let c = 0; c < classes; c++) {
    const centred = (z[c] ?? NaN) - largest;
    const target = (y[c] ?? NaN) * (1 - smoothing) + smoothing / classes;
    gradient[c] = (exp(centred) / sum - target) / rows;
    loss += target * (logSum - centred);
  }
  return loss;
}

/** Mean over the outputs of (ŷ − y)²; writes 2(ŷ − y) / (rows · outputs). */
function squaredError(z: FloatArray, y: FloatArray, gradient: FloatArray, rows: number): number {
  const outputs = z.length;
  let sum = 0;
  for (let o = 0; o < outputs; o++) {
    const difference = (z[o] ?? NaN) - (y[o] ?? NaN);
    sum += difference * difference;
    gradient[o] = (2 * difference) / (rows * outputs);
  }
  return sum / outputs;
}
