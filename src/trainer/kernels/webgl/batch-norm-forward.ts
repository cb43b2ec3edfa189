/**
 * `batchNormForward` (engine/step/kernels.ts): in training one draw for the batch's statistics and the
 * running ones, then one that normalises; else only that.
 */
import type { BatchNormForward } from '../../../engine/step/kernels.ts';
import { activationGlsl } from './activation-glsl.ts';
import { finishGlsl } from './dense-forward.ts';
import { Draw, planesOf } from './draw.ts';
import { maskGlsl, maskInputs, maskInts } from './dropout-mask.ts';
import { repeat } from './layout-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planBatchNormForward(call: BatchNormForward, device: WebglDevice): PlannedKernel {
  const normalize = planNormalization(call, device);
  if (!call.training) return plannedKernel(device, { draws: [normalize] });
  const swapped = [call.runningMean, call.runningVariance].map((tensor) => device.texture(tensor));
  return plannedKernel(device, { draws: [planStatistics(call, device), normalize], swapped });
}

function planStatistics(call: BatchNormForward, device: WebglDevice): Draw {
  const runningMean = device.texture(call.runningMean);
  const runningVariance = device.texture(call.runningVariance);
  return new Draw(device, {
    inputs: { source: device.texture(call.input), runningMean, runningVariance },
    targets: [
      { name: 'mean', tensor: device.texture(call.batchMean) },
      { name: 'inverseDeviation', tensor: device.texture(call.batchInverseDeviation) },
      { name: 'newMean', tensor: runningMean, spare: true },
      { name: 'newVariance', tensor: runningVariance, spare: true },
    ],
    floats: { running: [call.momentum, 1 - call.momentum], epsilon: [call.epsilon] },
    body: STATISTICS_GLSL,
  });
}

function planNormalization(call: BatchNormForward, device: WebglDevice): Draw {
  const { training } = call;
  return new Draw(device, {
    inputs: {
      source: device.texture(call.input),
      center: device.texture(training ? call.batchMean : call.runningMean),
      spread: device.texture(training ? call.batchInverseDeviation : call.runningVariance),
      gamma: device.texture(call.gamma),
      beta: device.texture(call.beta),
      ...maskInputs(call.dropout, device),
    },
    targets: planesOf('result', device.texture(call.output)),
    ints: maskInts(call.dropout),
    floats: training ? {} : { epsilon: [call.epsilon] },
    body: [
      activationGlsl(call.activation),
      maskGlsl(call.dropout),
      finishGlsl(call.dropout !== null),
      normalizationGlsl(
        device.planeCount,
        training ? 'spreadOf' : '1.0 / sqrt(spreadOf + epsilon)',
      ),
    ].join('\n'),
  });
}

/** 4 units: the mean over the batch, then the mean of squared deviations from it. */
const STATISTICS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int rows = batchRows();
  vec4 sum = vec4(0);
  for (int row = 0; row < rows; row++) sum += inRow(source, s, row, at.texel);
  vec4 batchMean = sum / float(rows);
  vec4 squares = vec4(0);
  for (int row = 0; row < rows; row++) {
    vec4 deviation = inRow(source, s, row, at.texel) - batchMean;
    squares += deviation * deviation;
  }
  vec4 variance = squares / float(rows);
  vec4 oldMean = inLane(runningMean, runningMeanGrid, at.lane, at.texel);
  vec4 oldVariance = inLane(runningVariance, runningVarianceGrid, at.lane, at.texel);
  mean = padded(batchMean, true, exists);
  inverseDeviation = padded(1.0 / sqrt(variance + epsilon), true, exists);
  newMean = padded(running.x * oldMean + running.y * batchMean, true, exists);
  newVariance = padded(running.x * oldVariance + running.y * variance, true, exists);
}
`;

/** Rows of the block x 4 units. */
function normalizationGlsl(planes: number, inverseDeviation: string): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  int row = PLANES * at.line;
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  vec4 centerOf = inLane(center, centerGrid, at.lane, at.texel);
  vec4 spreadOf = inLane(spread, spreadGrid, at.lane, at.texel);
  vec4 scale = inLane(gamma, gammaGrid, at.lane, at.texel) * (${inverseDeviation});
  vec4 shift = inLane(beta, betaGrid, at.lane, at.texel);
  ${repeat(
    planes,
    `result$ = finished(scale * (inRow(source, s, row + $, at.texel) - centerOf) + shift,
    at.lane, row + $, at.texel);`,
  )}
}
`;
}
