/**
 * `updateParameters` (engine/kernels.ts): the gradient of the weights into a scratch texture, then
 * value and state of the weights together, as many planes a draw as the device has targets for; then
 * the bias.
 */
import type { Parameter, Tensor, UpdateParameters } from '../../../engine/kernels.ts';
import { Draw, type DrawTarget } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
import { optimizerGlsl, optimizerUniforms } from './optimizer-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

const SCRATCH_ROLE = 'weight gradient';

export function planUpdateParameters(call: UpdateParameters, device: WebglDevice): PlannedKernel {
  const scratch = { role: SCRATCH_ROLE, shape: call.weights.value.shape };
  const gradient = device.borrowScratch(scratch.role, scratch.shape);
  const draws = [planGradient(call, gradient, device), ...planWeights(call, gradient, device)];
  if (call.bias) draws.push(planBias(call, call.bias, device));
  const swapped = [...parameterTensors(call.weights), ...parameterTensors(call.bias)];
  return plannedKernel(device, {
    draws,
    swapped: swapped.map((tensor) => device.texture(tensor)),
    scratch: [scratch],
  });
}

function planGradient(call: UpdateParameters, result: TensorTexture, device: WebglDevice): Draw {
  return new Draw(device, {
    inputs: { source: device.texture(call.input), gradient: device.texture(call.outputGradient) },
    targets: { result: { tensor: result } },
    body: GRADIENT_GLSL,
  });
}

function planWeights(call: UpdateParameters, gradient: TensorTexture, device: WebglDevice): Draw[] {
  const tensors = parameterTensors(call.weights).length;
  const planeCount = [4, 2, 1].find((count) => count * tensors <= device.maxTargets) ?? 1;
  const draws: Draw[] = [];
  for (let firstPlane = 0; firstPlane < 4; firstPlane += planeCount) {
    draws.push(
      new Draw(device, {
        inputs: { gradient, ...parameterInputs(call.weights, device) },
        targets: parameterTargets(call.weights, device, { firstPlane, planeCount }),
        ints: { firstPlane: [firstPlane] },
        floats: optimizerUniforms(call.optimizer),
        body: optimizerGlsl(call.optimizer.id) + PENALTIES_GLSL + weightsGlsl(call, planeCount),
      }),
    );
  }
  return draws;
}

function planBias(call: UpdateParameters, bias: Parameter, device: WebglDevice): Draw {
  return new Draw(device, {
    inputs: { gradient: device.texture(call.outputGradient), ...parameterInputs(bias, device) },
    targets: parameterTargets(bias, device, {}),
    floats: optimizerUniforms(call.optimizer),
    body: optimizerGlsl(call.optimizer.id) + biasGlsl(bias),
  });
}

export function parameterTensors(parameter: Parameter | null): Tensor[] {
  if (!parameter) return [];
  return [parameter.value, parameter.first, parameter.second].filter((tensor) => tensor !== null);
}

/** Samplers `oldValue`, `oldFirst`, `oldSecond`, each with a prefix. */
export function parameterInputs(
  { value, first, second }: Parameter,
  device: WebglDevice,
  prefix = 'old',
): Record<string, TensorTexture> {
  return {
    [`${prefix}Value`]: device.texture(value),
    ...(first && { [`${prefix}First`]: device.texture(first) }),
    ...(second && { [`${prefix}Second`]: device.texture(second) }),
  };
}

/** Outputs `newValue0`, `newFirst0`, `newSecond0`, …, each with a prefix. */
export function parameterTargets(
  { value, first, second }: Parameter,
  device: WebglDevice,
  planes: Pick<DrawTarget, 'firstPlane' | 'planeCount'>,
  prefix = 'new',
): Record<string, DrawTarget> {
  const target = (tensor: Tensor): DrawTarget => ({
    ...planes,
    tensor: device.texture(tensor),
    spare: true,
  });
  return {
    [`${prefix}Value`]: target(value),
    ...(first && { [`${prefix}First`]: target(first) }),
    ...(second && { [`${prefix}Second`]: target(second) }),
  };
}

/** GLSL that reads `value`, `first`, `second` of a parameter at `place`, and where it writes them. */
export function parameterGlsl(
  { first, second }: Parameter,
  oldPrefix = 'old',
  newPrefix = 'new',
): { load: (plane: string) => string; store: (index: string) => string } {
  return {
    load: (plane) => `
    vec4 value = texelOf(${oldPrefix}Value, place, ${plane});
    vec4 first = ${first ? `texelOf(${oldPrefix}First, place, ${plane})` : 'vec4(0)'};
    vec4 second = ${second ? `texelOf(${oldPrefix}Second, place, ${plane})` : 'vec4(0)'};`,
    store: (index) => `
    ${newPrefix}Value${index} = padded(value, rowExists, exists);
    ${first ? `${newPrefix}First${index} = padded(first, rowExists, exists);` : ''}
    ${second ? `${newPrefix}Second${index} = padded(second, rowExists, exists);` : ''}`,
  };
}

/**
 * 4 inputs x 4 outputs: Σ_row source[row, input] gradient[row, output], four rows at a time. Rows
 * beyond the batch hold anything and are left out.
 */
const GRADIENT_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(at.line, 0);
  ivec2 g = laneOrigin(gradientGrid, at.lane) + ivec2(at.texel, 0);
  ${eachPlane('vec4 sum$ = vec4(0);')}
  int rows = batchRows();
  for (int line = 0; line < rows / 4; line++) {
    ${eachPlane('vec4 s$ = texelOf(source, ivec2(s.x, s.y + line), $);')}
    ${eachPlane('vec4 g$ = texelOf(gradient, ivec2(g.x, g.y + line), $);')}
    sum0 += s0.x * g0 + s1.x * g1 + s2.x * g2 + s3.x * g3;
    sum1 += s0.y * g0 + s1.y * g1 + s2.y * g2 + s3.y * g3;
    sum2 += s0.z * g0 + s1.z * g1 + s2.z * g2 + s3.z * g3;
    sum3 += s0.w * g0 + s1.w * g1 + s2.w * g2 + s3.w * g3;
  }
  for (int row = rows / 4 * 4; row < rows; row++) {
    vec4 s0 = texelOf(source, ivec2(s.x, s.y + row / 4), row % 4);
    vec4 g0 = texelOf(gradient, ivec2(g.x, g.y + row / 4), row % 4);
    sum0 += s0.x * g0;
    sum1 += s0.y * g0;
    sum2 += s0.z * g0;
    sum3 += s0.w * g0;
  }
  ${eachPlane('result$ = sum$;')}
}
`;

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

function weightsGlsl(call: UpdateParameters, planeCount: number): string {
  const { load, store } = parameterGlsl(call.weights);
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 place = laneOrigin(resultGrid, at.lane) + ivec2(at.texel, at.line);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  vec4 penalty = penalties(at.lane);
  vec3 rate = rates(at.lane);
  ${eachPlane(
    `{
    ${load('firstPlane + $')}
    bool rowExists = 4 * at.line + firstPlane + $ < resultSize.x;
    vec4 g = penalized(texelOf(gradient, place, firstPlane + $), value, penalty);
    value = shrunk(value, rate.x, penalty.z);
    optimize(value, first, second, g, rate);
    if (penalty.w > 0.0) value = thresholded(value, penalty.w * stepSize(second, rate));
    ${store('$')}
  }`,
    planeCount,
  )}
}
`;
}

/** 4 outputs: the gradient is summed over the rows of the batch. */
function biasGlsl(bias: Parameter): string {
  const { load, store } = parameterGlsl(bias);
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 place = laneOrigin(resultGrid, at.lane) + ivec2(at.texel, 0);
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  bool rowExists = true;
  ivec2 g = laneOrigin(gradientGrid, at.lane) + ivec2(at.texel, 0);
  vec4 sum = vec4(0);
  int rows = batchRows();
  for (int row = 0; row < rows; row++) {
    sum += texelOf(gradient, ivec2(g.x, g.y + row / 4), row % 4);
  }
  ${load('0')}
  optimize(value, first, second, sum, rates(at.lane));
  ${store('0')}
}
`;
}
