/**
 * Loss of each row and its gradient with respect to the network's linear outputs, in double
 * precision: the gradient of a well-learnt row is a small difference. Softmax takes two rows at a
 * time.
 */
import { CLASSIFICATION, LABEL_SMOOTHING } from '../layout';
import { OutputGradient } from './commands';
import { exp, log } from './elementary';
import { slot } from './slots';
import { pinnedVector, zeroFloats } from './vectors';

/** The exponentials of two rows, and five vectors. */
export function outputGradientScratch(outputs: i32): i32 {
  return (outputs + 5) << 4;
}

export function outputGradient(call: OutputGradient, rows: i32, scratch: usize): void {
  const outputs = call.outputs;
  if (call.task == CLASSIFICATION) {
    const smoothing = slot(call.slots, LABEL_SMOOTHING);
    for (let row = 0; row < rows; row += 2) {
      crossEntropy(call, row, min(row + 1, rows - 1), 1 / <f64>rows, smoothing, scratch);
    }
  } else {
    for (let row = 0; row < rows; row++) squaredError(call, row, rows);
  }
  zeroFloats(call.gradient + ((rows * outputs) << 2), (call.capacity - rows) * outputs);
  zeroFloats(call.rowLoss + (rows << 2), call.capacity - rows);
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

/**
 * Softmax cross-entropy of two rows, or one given twice; writes (softmax(z) − y) / rows and the
 * losses.
 */
function crossEntropy(
  call: OutputGradient,
  firstRow: i32,
  secondRow: i32,
  inverseRows: f64,
  smoothing: f64,
  exponentials: usize,
): void {
  const classes = call.outputs;
  const first = <usize>((firstRow * classes) << 2);
  const second = <usize>((secondRow * classes) << 2);
  const z = call.output;
  const bytes = <usize>(classes << 2);
  let largest = f64x2.splat(-Infinity);
  for (let c: usize = 0; c < bytes; c += 4) {
    const value = loadTwo(z + first + c, z + second + c);
    largest = v128.bitselect(largest, value, f64x2.le(value, largest));
  }
  let sum = f64x2.splat(0);
  for (let c: usize = 0; c < bytes; c += 4) {
    const e = exp(f64x2.sub(loadTwo(z + first + c, z + second + c), largest));
    v128.store(exponentials + (c << 2), e);
    sum = f64x2.add(sum, e);
  }
  const pins = exponentials + (bytes << 2);
  const scale = pinnedVector(pins, f64x2.splat(inverseRows));
  const certain = pinnedVector(pins + 16, f64x2.splat(1 - smoothing));
  const uniform = pinnedVector(pins + 32, f64x2.splat(smoothing / <f64>classes));
  const inverseSum = pinnedVector(pins + 48, f64x2.div(f64x2.splat(1), sum));
  const logSum = pinnedVector(pins + 64, log(sum));
  let loss = f64x2.splat(0);
  for (let c: usize = 0; c < bytes; c += 4) {
    const centred = f64x2.sub(loadTwo(z + first + c, z + second + c), largest);
    const y = loadTwo(call.targets + first + c, call.targets + second + c);
    const target = f64x2.add(f64x2.mul(y, certain), uniform);
    const probability = f64x2.mul(v128.load(exponentials + (c << 2)), inverseSum);
    const gradient = withoutTiny(f64x2.mul(f64x2.sub(probability, target), scale));
    storeTwo(call.gradient + first + c, call.gradient + second + c, gradient);
    loss = f64x2.add(loss, f64x2.mul(target, f64x2.sub(logSum, centred)));
  }
  storeTwo(call.rowLoss + (firstRow << 2), call.rowLoss + (secondRow << 2), loss);
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
  store<f32>(call.rowLoss + (row << 2), <f32>(sum / <f64>outputs));
}
