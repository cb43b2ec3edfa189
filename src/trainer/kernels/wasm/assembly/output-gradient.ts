/**
 * Gradient of the loss with respect to the network's linear outputs, and each row's loss if asked for,
 * in double precision: the gradient of a well-learnt row is a small difference. Softmax takes two rows
 * at a time, and all exponentials of the batch in one loop, so that they need not wait for each other.
 */
import { CLASSIFICATION, LABEL_SMOOTHING } from '../layout';
import { OutputGradient } from './commands';
import { expOfNegative, log } from './elementary';
import { slot } from './slots';
import { pinnedVector, zeroFloats } from './vectors';

/** Three constants of a loop. */
const PIN_BYTES: i32 = 48;

/** Constants, and the exponentials [pair of rows, output, 2] of a batch. */
export function outputGradientScratch(outputs: i32, rows: i32): i32 {
  return PIN_BYTES + ((((rows + 1) >> 1) * outputs) << 4);
}

export function outputGradient(call: OutputGradient, rows: i32, scratch: usize): void {
  const outputs = call.outputs;
  if (call.task == CLASSIFICATION) {
    crossEntropy(call, rows, scratch);
    if (call.rowLoss) crossEntropyLosses(call, rows, scratch);
  } else {
    for (let row = 0; row < rows; row++) squaredError(call, row, rows);
  }
  zeroFloats(call.gradient + ((rows * outputs) << 2), (call.capacity - rows) * outputs);
  if (call.rowLoss) zeroFloats(call.rowLoss + (rows << 2), call.capacity - rows);
}

/** Two numbers, one of each row, as doubles. */
@inline
function loadTwo(first: usize, second: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load32_lane(second, v128.load32_zero(first), 1));
}

@inline
function storeTwo(first: usize, second: usize, values: v128): void {
  const floats = f32x4.demote_f64x2_zero(values);
  v128.store32_lane(first, floats, 0);
  v128.store32_lane(second, floats, 1);
}

/** Softmax cross-entropy: (softmax(z) − y) / rows. The last of an odd number of rows is its own pair. */
function crossEntropy(call: OutputGradient, rows: i32, scratch: usize): void {
  const bytes = <usize>(call.outputs << 2);
  const exponentials = scratch + PIN_BYTES;
  let at = exponentials;
  for (let row = 0; row < rows; row += 2) {
    const first = call.output + row * bytes;
    at = centre(first, row + 1 < rows ? first + bytes : first, bytes, at);
  }
  for (let e = exponentials; e < at; e += 16) v128.store(e, expOfNegative(v128.load(e)));
  const smoothing = slot(call.slots, LABEL_SMOOTHING);
  const scale = pinnedVector(scratch, f64x2.splat(1 / <f64>rows));
  const certain = pinnedVector(scratch + 16, f64x2.splat(1 - smoothing));
  const uniform = pinnedVector(scratch + 32, f64x2.splat(smoothing / <f64>call.outputs));
  at = exponentials;
  for (let row = 0; row < rows; row += 2) {
    const offset = row * bytes;
    const toSecond = row + 1 < rows ? bytes : 0;
    const inverse = f64x2.div(f64x2.splat(1), sumOf(at, bytes));
    for (let c = offset; c < offset + bytes; c += 4) {
      const y = call.targets + c;
      const target = f64x2.add(f64x2.mul(loadTwo(y, y + toSecond), certain), uniform);
      const probability = f64x2.mul(v128.load(at), inverse);
      const gradient = withoutTiny(f64x2.mul(f64x2.sub(probability, target), scale));
      storeTwo(call.gradient + c, call.gradient + c + toSecond, gradient);
      at += 16;
    }
  }
}

/** Scores of two rows minus the largest of their row, to `target`; returns where that ends. */
function centre(first: usize, second: usize, bytes: usize, target: usize): usize {
  let largest = f64x2.splat(-Infinity);
  for (let c: usize = 0; c < bytes; c += 4) {
    const value = loadTwo(first + c, second + c);
    v128.store(target + (c << 2), value);
    largest = v128.bitselect(largest, value, f64x2.le(value, largest));
  }
  for (const end = target + (bytes << 2); target < end; target += 16) {
    v128.store(target, f64x2.sub(v128.load(target), largest));
  }
  return target;
}

/** Over the exponentials of two rows of `bytes` bytes. */
function sumOf(exponentials: usize, bytes: usize): v128 {
  let sum = f64x2.splat(0);
  for (let c: usize = 0; c < bytes << 2; c += 16) {
    sum = f64x2.add(sum, v128.load(exponentials + c));
  }
  return sum;
}

/** −Σ y log softmax(z) of each row, from the exponentials that crossEntropy left. */
function crossEntropyLosses(call: OutputGradient, rows: i32, scratch: usize): void {
  const bytes = <usize>(call.outputs << 2);
  const smoothing = slot(call.slots, LABEL_SMOOTHING);
  let exponentials = scratch + PIN_BYTES;
  for (let row = 0; row < rows; row += 2) {
    const toSecond = row + 1 < rows ? bytes : 0;
    const logSum = log(sumOf(exponentials, bytes));
    const z = call.output + row * bytes;
    centre(z, z + toSecond, bytes, exponentials);
    let loss = f64x2.splat(0);
    for (let c: usize = 0; c < bytes; c += 4) {
      const y = call.targets + row * bytes + c;
      const certain = f64x2.mul(loadTwo(y, y + toSecond), f64x2.splat(1 - smoothing));
      const target = f64x2.add(certain, f64x2.splat(smoothing / <f64>call.outputs));
      const surprise = f64x2.sub(logSum, v128.load(exponentials));
      loss = f64x2.add(loss, f64x2.mul(target, surprise));
      exponentials += 16;
    }
    const losses = call.rowLoss + (row << 2);
    storeTwo(losses, toSecond ? losses + 4 : losses, loss);
  }
}

/**
 * Gradients below 2^-100 as 0: they move no weight, and further down they would fill the backward
 * pass with subnormal numbers, on which many processors are 100 times slower.
 */
@inline
function withoutTiny(values: v128): v128 {
  return v128.andnot(values, f64x2.lt(f64x2.abs(values), f64x2.splat(7.888609052210118e-31)));
}

/** Mean over the outputs of (ŷ − y)²; writes 2(ŷ − y) / (rows · outputs). */
function squaredError(call: OutputGradient, row: i32, rows: i32): void {
  const outputs = call.outputs;
  const scale = 2 / <f64>(rows * outputs);
  let sum: f64 = 0;
  for (let i = 0; i < outputs; i++) {
    const at = <usize>((row * outputs + i) << 2);
    const difference = <f64>load<f32>(call.output + at) - <f64>load<f32>(call.targets + at);
    sum += difference * difference;
    store<f32>(call.gradient + at, <f32>(difference * scale));
  }
  if (call.rowLoss) store<f32>(call.rowLoss + (row << 2), <f32>(sum / <f64>outputs));
}
