/** Dense layer, forward and backward: plain loops, the reference for the fast backends. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { DenseBackward, DenseForward, StepInputs } from '../../../engine/step/kernels.ts';
import { activate, activationSlope } from '../../../engine/step/activation.ts';
import { axis, laneElements, maskScale } from './lanes.ts';

export function denseForward(call: DenseForward, step: StepInputs, backend: MathBackendCPU): void {
  const [lanes, inputs, units] = [0, 1, 2].map((i) => axis(call.weights, i)) as [
    number,
    number,
    number,
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const x = laneElements(backend, call.input, lane); // [rows, inputs]
    const w = laneElements(backend, call.weights, lane); // [inputs, units]
    const b = laneElements(backend, call.bias, lane);
    const y = laneElements(backend, call.output, lane); // [rows, units]
    const mask = maskScale(backend, call.dropout, step, lane, units);
    const sums = new Float64Array(units);
    for (let row = 0; row < step.rows; row++) {
      for (let unit = 0; unit < units; unit++) sums[unit] = b[unit] ?? NaN;
      for (let i = 0; i < inputs; i++) {
        const xi = x[row * inputs + i] ?? NaN;
        for (let unit = 0; unit < units; unit++)
          sums[unit] = (sums[unit] ?? NaN) + xi * (w[i * units + unit] ?? NaN);
      }
      for (let unit = 0; unit < units; unit++) {
        const a = activate(call.activation, sums[unit] ?? NaN);
        y[row * units + unit] = mask ? a * mask(row, unit) : a;
      }
    }
  }
}

export function denseBackward(
  call: DenseBackward,
  step: StepInputs,
  backend: MathBackendCPU,
): void {
  const [lanes, inputs, units] = [0, 1, 2].map((i) => axis(call.weights, i)) as [
    number,
    number,
    number,
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const dz = laneElements(backend, call.outputGradient, lane); // [rows, units]
    const w = laneElements(backend, call.weights, lane); // [inputs, units]
    const x = laneElements(backend, call.input, lane); // [rows, inputs]
    const dx = laneElements(backend, call.inputGradient, lane); // [rows, inputs]
    const mask = maskScale(backend, call.inputDropout, step, lane, inputs);
    for (let row = 0; row < step.rows; row++) {
      for (let i = 0; i < inputs; i++) {
        const scale = mask ? mask(row, i) : 1;
        let sum = 0;
        for (let unit = 0; unit < units; unit++)
          sum += (dz[row * units + unit] ?? NaN) * (w[i * units + unit] ?? NaN);
        const a = (x[row * inputs + i] ?? NaN) / (scale === 0 ? 1 : scale);
        dx[row * inputs + i] =
          scale === 0 ? 0 : sum * activationSlope(call.inputActivation, a) * scale;
      }
    }
  }
}
