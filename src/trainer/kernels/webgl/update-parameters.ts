/**
 * `updateParameters` (engine/kernels.ts): the gradient of the weights into a scratch texture, one draw;
 * then the weights with their state; then the bias with its own.
 */
import type { Parameter, UpdateParameters } from '../../../engine/kernels.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { parameterTextures, planParameterStep } from './parameter-draw.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

const SCRATCH_ROLE = 'weight gradient';

export function planUpdateParameters(call: UpdateParameters, device: WebglDevice): PlannedKernel {
  const { weights, bias } = call;
  const scratch = { role: SCRATCH_ROLE, shape: weights.value.shape };
  const gradient = device.borrowScratch(scratch.role, scratch.shape);
  return plannedKernel(device, {
    draws: [
      planGradient(call, gradient, device),
      ...planWeights(call, gradient, device),
      ...(bias ? planBias(call, bias, device) : []),
    ],
    swapped: [
      ...parameterTextures(weights, device),
      ...(bias ? parameterTextures(bias, device) : []),
    ],
    scratch: [scratch],
  });
}

function planGradient(call: UpdateParameters, result: TensorTexture, device: WebglDevice): Draw {
  return new Draw(device, {
    inputs: { source: device.texture(call.input), gradient: device.texture(call.outputGradient) },
    targets: planesOf('result', result),
    body: gradientGlsl(device.planeCount),
  });
}

/**
 * Rows of the block (inputs of the layer) x 4 outputs: Σ_row source[row, input] gradient[row, output],
 * four rows of the batch at a time. Rows beyond the batch hold anything and are left out.
 */
function gradientGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  ivec2 g = laneOrigin(gradientGrid, at.lane);
  // The source's columns of this block are one texel of a row, or two.
  int firstTexel = PLANES / 4 * at.line;
  ${repeat(planes, 'vec4 sum$ = vec4(0);')}
  int rows = batchRows();
  int row = 0;
  for (; row + 4 <= rows; row += 4) {
    ${rowProductGlsl(planes, 4)}
  }
  for (; row < rows; row++) {
    ${rowProductGlsl(planes, 1)}
  }
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int firstInput = PLANES * at.line;
  ${repeat(planes, 'result$ = padded(sum$, firstInput + $ < resultSize.x, exists);')}
}
`;
}

/** Adds `rowCount` rows from `row` on; more than one only from a multiple of 4 on. */
function rowProductGlsl(planes: number, rowCount: number): string {
  const texels = Array.from({ length: planes / 4 }, (_, texel) => texel);
  const sources = texels.map(
    (texel) => `
    ivec3 place${texel} = placeOf(s, row, firstTexel + ${texel});
    ${repeat(rowCount, `vec4 s${texel}_$ = inPlane(source, place${texel}, $);`)}`,
  );
  const sums = Array.from({ length: planes }, (_, input) => {
    const column = `s${input >> 2}_$.${'xyzw'.charAt(input % 4)}`;
    return `sum${input} += ${repeat(rowCount, `${column} * g$`).replaceAll('\n', ' + ')};`;
  });
  return `${sources.join('')}
    ivec3 place = placeOf(g, row, at.texel);
    ${repeat(rowCount, 'vec4 g$ = inPlane(gradient, place, $);')}
    ${sums.join('\n    ')}`;
}

function planWeights(call: UpdateParameters, gradient: TensorTexture, device: WebglDevice): Draw[] {
  return planParameterStep(
    {
      parameter: call.weights,
      optimizer: call.optimizer,
      inputs: { gradient },
      functions: PENALTIES_GLSL,
      prepare: 'vec4 penalty = penalties(at.lane);',
      move: `
    vec4 g = texelFetch(gradient, ivec3(at.pixel, plane), 0);
    g = penalized(g, value, penalty);
    value = shrunk(value, rate.x, penalty.z);
    optimize(value, first, second, g, rate);
    if (penalty.w > 0.0) value = thresholded(value, penalty.w * stepSize(second, rate));`,
    },
    device,
  );
}

/** Before and after the optimiser. A neutral number skips its line: exactly the step without. */
const PENALTIES_GLSL = /* glsl */ `
vec4 signOf(vec4 w) {
  return choose(greaterThan(w, vec4(0)), vec4(1), choose(lessThan(w, vec4(0)), vec4(-1), vec4(0)));
}

vec4 penalized(vec4 gradient, vec4 w, vec4 penalty) {
  if (penalty.x != 0.0) gradient += penalty.x * w;
  if (penalty.y != 0.0) gradient += penalty.y * signOf(w);
  return gradient;
}

vec4 shrunk(vec4 w, float rate, float decay) {
  return decay == 0.0 ? w : w * (1.0 - rate * decay);
}

// sign(w) max(|w| - threshold, 0), where NaN stays NaN
vec4 thresholded(vec4 w, vec4 threshold) {
  return choose(lessThanEqual(abs(w), threshold), vec4(0), w - signOf(w) * threshold);
}
`;

function planBias(call: UpdateParameters, bias: Parameter, device: WebglDevice): Draw[] {
  return planParameterStep(
    {
      parameter: bias,
      optimizer: call.optimizer,
      inputs: { gradient: device.texture(call.outputGradient) },
      functions: COLUMN_SUM_GLSL,
      prepare: 'vec4 sum = columnSum(at.lane, at.texel);',
      move: 'optimize(value, first, second, sum, rate);',
    },
    device,
  );
}

/** Over the rows of the batch. */
const COLUMN_SUM_GLSL = /* glsl */ `
vec4 columnSum(int lane, int texel) {
  ivec2 g = laneOrigin(gradientGrid, lane);
  vec4 sum = vec4(0);
  int rows = batchRows();
  for (int row = 0; row < rows; row++) sum += inRow(gradient, g, row, texel);
  return sum;
}
`;
