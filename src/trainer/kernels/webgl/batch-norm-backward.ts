/**
 * `batchNormBackward` (engine/step/kernels.ts): column sums into scratch textures, the gradient of the
 * input, then gamma and beta.
 */
import type { BatchNormBackward, Parameter } from '../../../engine/step/kernels.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { parameterTextures, planParameterStep } from './parameter-draw.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { TensorTexture } from './tensor-texture.ts';
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
  return plannedKernel(device, {
    draws: [
      planSums(call, sums, device),
      planInputGradient(call, sums, device),
      ...planParameter(call, call.gamma, product, device),
      ...planParameter(call, call.beta, sum, device),
    ],
    swapped: [...parameterTextures(call.gamma, device), ...parameterTextures(call.beta, device)],
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
    targets: [
      { name: 'sumOut', tensor: sum },
      { name: 'productOut', tensor: product },
    ],
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
    targets: planesOf('result', device.texture(call.inputGradient)),
    body: inputGradientGlsl(device.planeCount),
  });
}

function planParameter(
  call: BatchNormBackward,
  parameter: Parameter,
  gradient: TensorTexture,
  device: WebglDevice,
): Draw[] {
  return planParameterStep(
    {
      parameter,
      optimizer: call.optimizer,
      inputs: { gradient },
      prepare: 'vec4 sum = texelFetch(gradient, ivec3(at.pixel, 0), 0);',
      move: 'optimize(value, first, second, sum, rate);',
    },
    device,
  );
}

/** 4 units, over the rows of the batch. */
const SUMS_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 g = laneOrigin(gradientGrid, at.lane);
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  vec4 center = inLane(mean, meanGrid, at.lane, at.texel);
  vec4 inverse = inLane(inverseDeviation, inverseDeviationGrid, at.lane, at.texel);
  vec4 total = vec4(0);
  vec4 productTotal = vec4(0);
  int rows = batchRows();
  for (int row = 0; row < rows; row++) {
    vec4 value = inRow(gradient, g, row, at.texel);
    total += value;
    productTotal += value * ((inRow(source, s, row, at.texel) - center) * inverse);
  }
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  sumOut = padded(total, true, exists);
  productOut = padded(productTotal, true, exists);
}
`;

/** Rows of the block x 4 units: γ/σ · (gradient − sum/rows − x̂ · product/rows). */
function inputGradientGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 g = laneOrigin(gradientGrid, at.lane);
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  vec4 center = inLane(mean, meanGrid, at.lane, at.texel);
  vec4 inverse = inLane(inverseDeviation, inverseDeviationGrid, at.lane, at.texel);
  vec4 scale = inLane(gamma, gammaGrid, at.lane, at.texel) * inverse;
  int rows = batchRows();
  vec4 meanGradient = inLane(sum, sumGrid, at.lane, at.texel) / float(rows);
  vec4 meanProduct = inLane(product, productGrid, at.lane, at.texel) / float(rows);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int row = PLANES * at.line;
  ${repeat(
    planes,
    `vec4 normal$ = (inRow(source, s, row + $, at.texel) - center) * inverse;
  vec4 centered$ = inRow(gradient, g, row + $, at.texel) - meanGradient;
  result$ = padded(scale * (centered$ - normal$ * meanProduct), row + $ < rows, exists);`,
  )}
}
`;
}
