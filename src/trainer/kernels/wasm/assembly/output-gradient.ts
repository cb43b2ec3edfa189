/** Loss of each row and its gradient with respect to the network's linear outputs; in double precision. */
import { CLASSIFICATION, LABEL_SMOOTHING } from '../layout';
import { OutputGradient } from './commands';
import { exp, log } from './elementary';
import { slot } from './slots';
import { zeroFloats } from './vectors';

/** One exponential a class. */
export function outputGradientScratch(outputs: i32): i32 {
  return outputs << 3;
}

export function outputGradient(call: OutputGradient, rows: i32, scratch: usize): void {
  const outputs = call.outputs;
  const smoothing = slot(call.slots, LABEL_SMOOTHING);
  for (let row = 0; row < rows; row++) {
    const at = <usize>((row * outputs) << 2);
    const z = call.output + at;
    const y = call.targets + at;
    const gradient = call.gradient + at;
    const loss =
      call.task == CLASSIFICATION
        ? crossEntropy(z, y, gradient, outputs, rows, smoothing, scratch)
        : squaredError(z, y, gradient, outputs, rows);
    store<f32>(call.rowLoss + (row << 2), <f32>loss);
  }
  zeroFloats(call.gradient + ((rows * outputs) << 2), (call.capacity - rows) * outputs);
  zeroFloats(call.rowLoss + (rows << 2), call.capacity - rows);
}

/** Softmax cross-entropy of one row; writes (softmax(z) − y) / rows. */
function crossEntropy(
  z: usize,
  y: usize,
  gradient: usize,
  classes: i32,
  rows: i32,
  smoothing: f64,
  exponentials: usize,
): f64 {
  let largest: f64 = -Infinity;
  for (let c = 0; c < classes; c++) {
    const value = <f64>load<f32>(z + (c << 2));
    if (!(value <= largest)) largest = value;
  }
  let sum: f64 = 0;
  for (let c = 0; c < classes; c++) {
    const e = exp(<f64>load<f32>(z + (c << 2)) - largest);
    store<f64>(exponentials + (c << 3), e);
    sum += e;
  }
  const logSum = log(sum);
  const inverseSum = 1 / sum;
  const inverseRows = 1 / <f64>rows;
  const uniform = smoothing / <f64>classes;
  let loss: f64 = 0;
  for (let c = 0; c < classes; c++) {
    const centred = <f64>load<f32>(z + (c << 2)) - largest;
    const target = <f64>load<f32>(y + (c << 2)) * (1 - smoothing) + uniform;
    const probability = load<f64>(exponentials + (c << 3)) * inverseSum;
    store<f32>(gradient + (c << 2), <f32>((probability - target) * inverseRows));
    loss += target * (logSum - centred);
  }
  return loss;
}

/** Mean over the outputs of (ŷ − y)²; writes 2(ŷ − y) / (rows · outputs). */
function squaredError(z: usize, y: usize, gradient: usize, outputs: i32, rows: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < outputs; i++) {
    const at = <usize>(i << 2);
    const difference = <f64>load<f32>(z + at) - <f64>load<f32>(y + at);
    sum += difference * difference;
    store<f32>(gradient + at, <f32>((2 * difference) / <f64>(rows * outputs)));
  }
  return sum / <f64>outputs;
}
