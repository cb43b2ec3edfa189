/** Batch normalisation, forward and backward (Ioffe & Szegedy 2015), with biased variance. */
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type {
  BatchNormBackward,
  BatchNormForward,
  FloatArray,
  StepInputs,
} from '../../../engine/step/kernels.ts';
import { activate } from '../../../engine/step/activation.ts';
import { axis, laneElements, maskScale, slot } from './lanes.ts';
import { moveParameter } from './update-parameters.ts';

export function batchNormForward(
  call: BatchNormForward,
  step: StepInputs,
  backend: MathBackendCPU,
): void {
  const [lanes, units] = [axis(call.gamma, 0), axis(call.gamma, 1)];
  for (let lane = 0; lane < lanes; lane++) {
    if (call.training) measureBatch(call, step.rows, lane, units, backend);
    const of = (name: 'input' | 'output' | 'gamma' | 'beta') =>
      laneElements(backend, call[name], lane);
    const [z, y, gamma, beta] = [of('input'), of('output'), of('gamma'), of('beta')];
    const mean = laneElements(backend, call.training ? call.batchMean : call.runningMean, lane);
    const spread = laneElements(
      backend,
      call.training ? call.batchInverseDeviation : call.runningVariance,
      lane,
    );
    const mask = maskScale(backend, call.dropout, step, lane, units);
    for (let unit = 0; unit < units; unit++) {
      const s = spread[unit] ?? NaN;
      const scale = call.training ? s : 1 / Math.sqrt(s + call.epsilon);
      for (let row = 0; row < step.rows; row++) {
        const at = row * units + unit;
        const normal = ((z[at] ?? NaN) - (mean[unit] ?? NaN)) * scale;
        const a = activate(call.activation, (gamma[unit] ?? NaN) * normal + (beta[unit] ?? NaN));
        y[at] = mask ? a * mask(row, unit) : a;
      }
    }
  }
}

/** Mean and 1/√(variance + ε) of the batch, and the running statistics' step towards them. */
function measureBatch(
  call: BatchNormForward,
  rows: number,
  lane: number,
  units: number,
  backend: MathBackendCPU,
): void {
  const z = laneElements(backend, call.input, lane);
  const mean = laneElements(backend, call.batchMean, lane);
  const inverse = laneElements(backend, call.batchInverseDeviation, lane);
  const runningMean = laneElements(backend, call.runningMean, lane);
  const runningVariance = laneElements(backend, call.runningVariance, lane);
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += z[row * units + unit] ?? NaN;
    const m = sum / rows;
    let squares = 0;
    for (let row = 0; row < rows; row++) {
      const deviation = (z[row * units + unit] ?? NaN) - m;
      squares += deviation * deviation;
    }
    const variance = squares / rows;
    mean[unit] = m;
    inverse[unit] = 1 / Math.sqrt(variance + call.epsilon);
    runningMean[unit] = call.momentum * (runningMean[unit] ?? NaN) + (1 - call.momentum) * m;
    runningVariance[unit] =
      call.momentum * (runningVariance[unit] ?? NaN) + (1 - call.momentum) * variance;
  }
}

export function batchNormBackward(
  call: BatchNormBackward,
  step: StepInputs,
  backend: MathBackendCPU,
): void {
  const [lanes, units] = [axis(call.gamma.value, 0), axis(call.gamma.value, 1)];
  for (let lane = 0; lane < lanes; lane++) {
    const dy = laneElements(backend, call.outputGradient, lane);
    const z = laneElements(backend, call.input, lane);
    const dz = laneElements(backend, call.inputGradient, lane);
    const mean = laneElements(backend, call.batchMean, lane);
    const inverse = laneElements(backend, call.batchInverseDeviation, lane);
    const gamma = laneElements(backend, call.gamma.value, lane);
    const gammaGradient = new Float64Array(units);
    const betaGradient = new Float64Array(units);
    for (let unit = 0; unit < units; unit++) {
      const [sum, product] = columnSums(dy, z, unit, units, step.rows, mean, inverse);
      betaGradient[unit] = sum;
      gammaGradient[unit] = product;
      const factor = ((gamma[unit] ?? NaN) * (inverse[unit] ?? NaN)) / step.rows;
      for (let row = 0; row < step.rows; row++) {
        const at = row * units + unit;
        const normal = ((z[at] ?? NaN) - (mean[unit] ?? NaN)) * (inverse[unit] ?? NaN);
        dz[at] = factor * (step.rows * (dy[at] ?? NaN) - sum - normal * product);
      }
    }
    const rate = slot(step, lane, 'learningRate');
    moveParameter(backend, call.gamma, gammaGradient, call.optimizer, step, lane, rate);
    moveParameter(backend, call.beta, betaGradient, call.optimizer, step, lane, rate);
  }
}

/** Σ dy and Σ dy · normalised z over the rows of one unit. */
function columnSums(
  dy: FloatArray,
  z: FloatArray,
  unit: number,
  units: number,
  rows: number,
  mean: FloatArray,
  inverse: FloatArray,
): [number, number] {
  let sum = 0;
  let product = 0;
  for (let row = 0; row < rows; row++) {
    const d = dy[row * units + unit] ?? NaN;
    sum += d;
    product += d * ((z[row * units + unit] ?? NaN) - (mean[unit] ?? NaN)) * (inverse[unit] ?? NaN);
  }
  return [sum, product];
}
