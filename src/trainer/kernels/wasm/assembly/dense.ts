/** Dense layer, forward and backward: the product, then activation and mask over what it wrote. */
import { KEEP_HIDDEN } from '../layout';
import { activate, multiplyBySlope } from './activation';
import { DenseBackward, DenseForward } from './commands';
import { applyMask } from './dropout-mask';
import { largeProductScratch, multiplyLarge } from './product';
import { slot } from './slots';
import {
  isSmall,
  multiplySmall,
  multiplySmallTransposed,
  smallProductScratch,
} from './small-product';

/** For a product along `depth`. */
export function denseScratch(depth: i32): i32 {
  return max(largeProductScratch(depth), smallProductScratch(depth));
}

export function denseForward(call: DenseForward, rows: i32, scratch: usize): void {
  multiplyForward(call, rows, scratch);
  activate(call.output, rows * call.units, call.activation);
  const keep = slot(call.slots, KEEP_HIDDEN);
  applyMask(call.output, rows, call.units, keep, call.maskKey, call.givenMask, scratch);
}

/** output [rows, units] = input [rows, inputs] · weights [inputs, units] + bias */
function multiplyForward(call: DenseForward, rows: i32, scratch: usize): void {
  const x = call.input;
  const w = call.weights;
  const bias = call.bias;
  const inputs = call.inputs;
  const units = call.units;
  if (!isSmall(inputs, units)) {
    multiplyLarge(x, w, false, bias, call.output, rows, inputs, units, scratch);
    return;
  }
  const unitBytes = units << 2;
  const y = call.output;
  multiplySmall(
    x,
    inputs << 2,
    4,
    w,
    unitBytes,
    bias,
    y,
    unitBytes,
    rows,
    inputs,
    units,
    scratch,
  );
}

export function denseBackward(call: DenseBackward, rows: i32, scratch: usize): void {
  const inputs = call.inputs;
  const gradient = call.inputGradient;
  multiplyBackward(call, rows, scratch);
  const masked = call.maskKey != 0 || call.givenMask != 0;
  const keep = masked ? slot(call.slots, KEEP_HIDDEN) : 1;
  multiplyBySlope(gradient, call.input, rows * inputs, call.activation, keep, scratch);
  applyMask(gradient, rows, inputs, keep, call.maskKey, call.givenMask, scratch);
}

/** inputGradient [rows, inputs] = outputGradient [rows, units] · weightsᵀ [units, inputs] */
function multiplyBackward(call: DenseBackward, rows: i32, scratch: usize): void {
  const dy = call.outputGradient;
  const w = call.weights;
  const dx = call.inputGradient;
  const inputs = call.inputs;
  const units = call.units;
  if (isSmall(inputs, units)) multiplySmallTransposed(dy, w, dx, rows, units, inputs, scratch);
  else multiplyLarge(dy, w, true, 0, dx, rows, units, inputs, scratch);
}
