/**
 * `batchNormBackward` (engine/kernels.ts): column sums into scratch textures, the gradient of the
 * input, then gamma and beta, together where the device has targets for both.
 */
import type { BatchNormBackward, Parameter } from '../../../engine/kernels.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
import { optimizerGlsl, optimizerUniforms } from './optimizer-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { TensorTexture } from './tensor-texture.ts';
import {
  parameterGlsl,
  parameterInputs,
  parameterTargets,
  parameterTensors,
} from './update-parameters.ts';
import type { WebglDevice } from './webgl-device.ts';

interface Sums {
  /** Σ_row gradient, which is beta's gradient. */
  readonly sum: TensorTexture;
  /** Σ_row gradient · x̂, which is gamma's gradient. */
  readonly product: TensorTexture;
}

export function planBatchNormBackward(call: BatchNormBackward, device: WebglDevice): PlannedKernel {
  const { shape } = call.batchMean;
  const scratch = [
    { role: 'batch norm sum', shape },
    { role: 'batch norm product', shape },
  ];
  const [sum, product] = scratch.map(({ role }) => device.borrowScratch(role, shape));
  if (!sum || !product) throw new Error('No scratch textures.');
  const sums = { sum, product };
  const swapped = [...parameterTensors(call.gamma), ...parameterTensors(call.beta)];
  return plannedKernel(device, {
    draws: [
      planSums(call, sums, device),
      planInputGradient(call, sums, device),
      planParameter(call, call.gamma, product, device),
      planParameter(call, call.beta, sum, device),
    ],
    swapped: swapped.map((tensor) => device.texture(tensor)),
    scratch,
  });
}

function commonInputs(call: BatchNormBackward, device: WebglDevice): Record<string, TensorTexture> {
  return {
    gradient: device.texture(call.outputGradient),
    source: device.texture(call.input),
    mean: device.texture(call.batchMean),
    inverseDeviation: device.texture(call.batchInverseDeviation),
  };
}

function planSums(call: BatchNormBackward, { sum, product }: Sums, device: WebglDevice): Draw {
  return new Draw(device, {
    inputs: commonInputs(call, device),
    targets: { sum: { tensor: sum }, product: { tensor: product } },
    body: SUMS_GLSL,
  });
}

function planInputGradient(call: BatchNormBackward, sums: Sums, device: WebglDevice): Draw {
  return new Draw(device, {
    inputs: {
      ...commonInputs(call, device),
      gamma: device.texture(call.gamma.value),
      sum: sums.sum,
      product: sums.product,
    },
    targets: { result: { tensor: device.texture(call.inputGradient) } },
    body: INPUT_GRADIENT_GLSL,
  });
}

function planParameter(
  call: BatchNormBackward,
  parameter: Parameter,
  gradient: TensorTexture,
  device: WebglDevice,
): Draw {
  return new Draw(device, {
    inputs: { gradient, ...parameterInputs(parameter, device) },
    targets: parameterTargets(parameter, device, {}),
    floats: optimizerUniforms(call.optimizer),
    body: optimizerGlsl(call.optimizer.id) + parameterStepGlsl(parameter),
  });
}

/** 4 units, over the rows of the batch. */
const SUMS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 unit = ivec2(at.texel, 0);
  ivec2 g = laneOrigin(gradientGrid, at.lane) + unit;
  ivec2 s = laneOrigin(sourceGrid, at.lane) + unit;
  vec4 center = texelOf(mean, laneOrigin(meanGrid, at.lane) + unit, 0);
  vec4 inverse = texelOf(inverseDeviation, laneOrigin(inverseDeviationGrid, at.lane) + unit, 0);
  vec4 total = vec4(0);
  vec4 productTotal = vec4(0);
  int rows = batchRows();
  for (int row = 0; row < rows; row++) {
    ivec2 line = ivec2(0, row / 4);
    vec4 value = texelOf(gradient, g + line, row % 4);
    total += value;
    productTotal += value * ((texelOf(source, s + line, row % 4) - center) * inverse);
  }
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  sum0 = padded(total, true, exists);
  product0 = padded(productTotal, true, exists);
}
`;

/** 4 rows x 4 units: γ/σ · (gradient − sum/rows − x̂ · product/rows). */
const INPUT_GRADIENT_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 unit = ivec2(at.texel, 0);
  ivec2 g = laneOrigin(gradientGrid, at.lane) + ivec2(at.texel, at.line);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(at.texel, at.line);
  vec4 center = texelOf(mean, laneOrigin(meanGrid, at.lane) + unit, 0);
  vec4 inverse = texelOf(inverseDeviation, laneOrigin(inverseDeviationGrid, at.lane) + unit, 0);
  vec4 scale = texelOf(gamma, laneOrigin(gammaGrid, at.lane) + unit, 0) * inverse;
  int rows = batchRows();
  vec4 meanGradient = texelOf(sum, laneOrigin(sumGrid, at.lane) + unit, 0) / float(rows);
  vec4 meanProduct = texelOf(product, laneOrigin(productGrid, at.lane) + unit, 0) / float(rows);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  ${eachPlane(`vec4 normal$ = (texelOf(source, s, $) - center) * inverse;
  result$ = padded(scale * (texelOf(gradient, g, $) - meanGradient - normal$ * meanProduct),
    4 * at.line + $ < rows, exists);`)}
}
`;

/** 4 units of gamma or beta. */
function parameterStepGlsl(parameter: Parameter): string {
  const { load, store } = parameterGlsl(parameter);
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 place = laneOrigin(resultGrid, at.lane) + ivec2(at.texel, 0);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  bool rowExists = true;
  ${load('0')}
  optimize(value, first, second, texelOf(gradient, place, 0), rates(at.lane));
  ${store('0')}
}
`;
}
