/** One optimiser step of weights and bias, with everything that acts on weights alone. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { assertNever } from '../../../base/assert-never.ts';
import type {
  FloatArray,
  OptimizerRule,
  Parameter,
  StepInputs,
  UpdateParameters,
} from '../../../engine/step/kernels.ts';
import { axis, laneElements, slot } from './lanes.ts';

export function updateParameters(
  call: UpdateParameters,
  step: StepInputs,
  backend: MathBackendCPU,
): void {
  const [lanes, inputs, units] = [0, 1, 2].map((i) => axis(call.weights.value, i)) as [
    number,
    number,
    number,
  ];
  for (let lane = 0; lane < lanes; lane++) {
    const x = laneElements(backend, call.input, lane); // [rows, inputs]
    const dz = laneElements(backend, call.outputGradient, lane); // [rows, units]
    const gradient = productOfTransposed(x, dz, step.rows, inputs, units);
    const w = laneElements(backend, call.weights.value, lane);
    const rate = slot(step, lane, 'learningRate');
    addPenaltyGradients(gradient, w, step, lane);
    const decay = slot(step, lane, 'shrinkBefore');
    if (decay !== 0) for (let i = 0; i < w.length; i++) w[i] = (w[i] ?? NaN) * (1 - rate * decay);
    moveParameter(backend, call.weights, gradient, call.optimizer, step, lane, rate);
    const threshold = slot(step, lane, 'softThreshold');
    if (threshold > 0) softThreshold(backend, call, step, lane, rate, threshold);
    if (call.bias) {
      const sums = new Float64Array(units);
      for (let row = 0; row < step.rows; row++)
        for (let u = 0; u < units; u++) sums[u] = (sums[u] ?? NaN) + (dz[row * units + u] ?? NaN);
      moveParameter(backend, call.bias, sums, call.optimizer, step, lane, rate);
    }
  }
}

/** xᵀ · dz, in double precision. */
function productOfTransposed(
  x: FloatArray,
  dz: FloatArray,
  rows: number,
  inputs: number,
  units: number,
): Float64Array {
  const product = new Float64Array(inputs * units);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < inputs; i++) {
      const xi = x[row * inputs + i] ?? NaN;
      for (let u = 0; u < units; u++)
        product[i * units + u] =
          (product[i * units + u] ?? NaN) + xi * (dz[row * units + u] ?? NaN);
    }
  return product;
}

function addPenaltyGradients(
  gradient: Float64Array,
  w: FloatArray,
  step: StepInputs,
  lane: number,
): void {
  const perWeight = slot(step, lane, 'gradientPerWeight');
  const perSign = slot(step, lane, 'gradientPerSign');
  if (perWeight === 0 && perSign === 0) return;
  for (let i = 0; i < gradient.length; i++) {
    const value = w[i] ?? NaN;
    gradient[i] = (gradient[i] ?? NaN) + perWeight * value + perSign * Math.sign(value);
  }
}

/** The optimiser's rule on one parameter. Gradients are consumed as they are: no penalty, no decay. */
export function moveParameter(
  backend: MathBackendCPU,
  parameter: Parameter,
  gradient: Float64Array,
  rule: OptimizerRule,
  step: StepInputs,
  lane: number,
  rate: number,
): void {
  const w = laneElements(backend, parameter.value, lane);
  const first = parameter.first ? laneElements(backend, parameter.first, lane) : gradient;
  const second = parameter.second ? laneElements(backend, parameter.second, lane) : gradient;
  const firstCorrection = slot(step, lane, 'firstCorrection');
  const secondCorrection = slot(step, lane, 'secondCorrection');
  for (let i = 0; i < w.length; i++) {
    const g = gradient[i] ?? NaN;
    let change: number;
    switch (rule.id) {
      case 'sgd':
        change = -rate * g;
        break;
      case 'momentum':
        change = first[i] = rule.momentum * (first[i] ?? NaN) - rate * g;
        break;
      case 'nesterov':
        first[i] = rule.momentum * (first[i] ?? NaN) - rate * g;
        change = rule.momentum * (first[i] ?? NaN) - rate * g;
        break;
      case 'rmsprop':
        second[i] = rule.secondDecay * (second[i] ?? NaN) + (1 - rule.secondDecay) * g * g;
        change = (-rate * g) / (Math.sqrt(second[i] ?? NaN) + rule.epsilon);
        break;
      case 'adam':
        first[i] = rule.firstDecay * (first[i] ?? NaN) + (1 - rule.firstDecay) * g;
        second[i] = rule.secondDecay * (second[i] ?? NaN) + (1 - rule.secondDecay) * g * g;
        change =
          (-rate * ((first[i] ?? NaN) / firstCorrection)) /
          (Math.sqrt((second[i] ?? NaN) / secondCorrection) + rule.epsilon);
        break;
      default:
        return assertNever(rule.id);
    }
    w[i] = (w[i] ?? NaN) + change;
  }
}

/**
 * Proximal step of the L1 penalty (Duchi, Hazan & Singer 2011): the threshold is the distance that a
 * steady gradient of size λ would move the weight in one step of this optimiser.
 */
function softThreshold(
  backend: MathBackendCPU,
  call: UpdateParameters,
  step: StepInputs,
  lane: number,
  rate: number,
  lambda: number,
): void {
  const w = laneElements(backend, call.weights.value, lane);
  const second = call.weights.second ? laneElements(backend, call.weights.second, lane) : null;
  const { id, momentum, epsilon } = call.optimizer;
  const correction = id === 'adam' ? slot(step, lane, 'secondCorrection') : 1;
  const plainStep = id === 'momentum' || id === 'nesterov' ? rate / (1 - momentum) : rate;
  for (let i = 0; i < w.length; i++) {
    const value = w[i] ?? NaN;
    const s = second ? rate / (Math.sqrt((second[i] ?? NaN) / correction) + epsilon) : plainStep;
    const left = Math.abs(value) - s * lambda;
    w[i] = left <= 0 ? 0 : Math.sign(value) * left;
  }
}
