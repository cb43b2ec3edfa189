/** Dense layer, forward and backward: the product, then activation and mask over what it wrote. */
import { KEEP_HIDDEN } from '../layout';
import { activate, multiplyBySlope } from './activation';
import { DenseBackward, DenseForward } from './commands';
import { applyMask } from './dropout-mask';
import { multiplyMatrices } from './product';
import { slot } from './slots';

export function denseForward(call: DenseForward, rows: i32, scratch: usize): void {
  const units = call.units;
  const output = call.output;
  multiplyMatrices(
    call.input,
    call.weights,
    false,
    call.bias,
    output,
    rows,
    call.inputs,
    units,
    scratch,
  );
  activate(output, rows * units, call.activation);
  const keep = slot(call.slots, KEEP_HIDDEN);
  applyMask(output, rows, units, keep, call.maskKey, call.givenMask);
}

export function denseBackward(call: DenseBackward, rows: i32, scratch: usize): void {
  const inputs = call.inputs;
  const gradient = call.inputGradient;
  const weights = call.weights;
  multiplyMatrices(
    call.outputGradient,
    weights,
    true,
    0,
    gradient,
    rows,
    call.units,
    inputs,
    scratch,
  );
  const masked = call.maskKey != 0 || call.givenMask != 0;
  const keep = masked ? slot(call.slots, KEEP_HIDDEN) : 1;
  multiplyBySlope(gradient, call.input, rows * inputs, call.activation, keep);
  applyMask(gradient, rows, inputs, keep, call.maskKey, call.givenMask);
}
