/**
 * `batchNormForward` (engine/kernels.ts): in training one draw for the batch's statistics and the
 * running ones, then one that normalises; else only that.
 */
import type { BatchNormForward } from '../../../engine/kernels.ts';
import { activationGlsl } from './activation-glsl.ts';
import { finishGlsl } from './dense-forward.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
import { maskGlsl } from './mask-glsl.ts';
import { maskInputs, maskInts } from './mask-inputs.ts';
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
    targets: {
      mean: { tensor: device.texture(call.batchMean) },
      inverseDeviation: { tensor: device.texture(call.batchInverseDeviation) },
      newMean: { tensor: runningMean, spare: true },
      newVariance: { tensor: runningVariance, spare: true },
    },
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
    targets: { result: { tensor: device.texture(call.output) } },
    ints: maskInts(call.dropout),
    floats: training ? {} : { epsilon: [call.epsilon] },
    body: [
      activationGlsl(call.activation),
      maskGlsl(call.dropout),
      finishGlsl(call.dropout !== null),
      normalizationGlsl(training ? 'spreadOf' : '1.0 / sqrt(spreadOf + epsilon)'),
    ].join('\n'),
  });
}

/** 4 units: the mean over the batch, then the mean of squared deviations from it. */
const STATISTICS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 place = laneOrigin(resultGrid, at.lane) + ivec2(at.texel, 0);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(at.texel, 0);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int rows = batchRows();
  vec4 sum = vec4(0);
  for (int row = 0; row < rows; row++) sum += texelOf(source, s + ivec2(0, row / 4), row % 4);
  vec4 batchMean = sum / float(rows);
  vec4 squares = vec4(0);
  for (int row = 0; row < rows; row++) {
    vec4 deviation = texelOf(source, s + ivec2(0, row / 4), row % 4) - batchMean;
    squares += deviation * deviation;
  }
  vec4 variance = squares / float(rows);
  mean0 = padded(batchMean, true, exists);
  inverseDeviation0 = padded(1.0 / sqrt(variance + epsilon), true, exists);
  newMean0 = padded(running.x * texelOf(runningMean, place, 0) + running.y * batchMean, true, exists);
  newVariance0 =
    padded(running.x * texelOf(runningVariance, place, 0) + running.y * variance, true, exists);
}
`;

/** 4 rows x 4 units. */
function normalizationGlsl(inverseDeviation: string): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 unit = ivec2(at.texel, 0);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(at.texel, at.line);
  vec4 centerOf = texelOf(center, laneOrigin(centerGrid, at.lane) + unit, 0);
  vec4 spreadOf = texelOf(spread, laneOrigin(spreadGrid, at.lane) + unit, 0);
  vec4 scale = texelOf(gamma, laneOrigin(gammaGrid, at.lane) + unit, 0) * (${inverseDeviation});
  vec4 shift = texelOf(beta, laneOrigin(betaGrid, at.lane) + unit, 0);
  ${eachPlane(`result$ = finished(scale * (texelOf(source, s, $) - centerOf) + shift,
    at.lane, 4 * at.line + $, at.texel);`)}
}
`;
}
