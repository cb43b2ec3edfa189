/**
 * `updateParameters` (engine/step/kernels.ts): the gradient of the weights into a scratch texture, one draw;
 * then the weights with their state; then the bias with its own.
 */
import type { Parameter, StepInputs, UpdateParameters } from '../../../engine/step/kernels.ts';
import { SLOT_COUNT, SLOT_INDEX, type SlotName } from '../../../engine/step/slots.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { parameterTextures, planParameterStep, type ParameterStep } from './parameter-draw.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import { BYTES_GLSL, sourceRowGlsl, sourceRowsGlsl, type SourceTexels } from './source-rows.ts';
import type { PlaneCount } from './tensor-grid.ts';
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
  const source = device.texture(call.input);
  return new Draw(device, {
    inputs: { source, gradient: device.texture(call.outputGradient) },
    targets: planesOf('result', result),
    body: BYTES_GLSL + gradientGlsl(device.planeCount, source.inBytes),
  });
}

/**
 * Rows of the block (inputs of the layer) x 4 outputs: Σ_row source[row, input] gradient[row, output], a
 * line (PLANES rows of the batch, so that layers are constants) at a time. Rows beyond the batch hold
 * anything and are left out.
 */
function gradientGlsl(planes: PlaneCount, inBytes: boolean): string {
  // The source's columns of this block are one texel of a row, or two.
  const texels: SourceTexels = planes === 8 ? { v0: 's', v1: 's + ivec2(1, 0)' } : { v0: 's' };
  const sums = rowSumsGlsl(planes);
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(PLANES / 4 * at.line, 0);
  ivec2 g = laneOrigin(gradientGrid, at.lane) + ivec2(at.texel, 0);
  ${repeat(planes, 'vec4 sum$ = vec4(0);')}
  int rows = batchRows();
  for (; rows >= PLANES; rows -= PLANES) {
    ${sourceRowsGlsl(planes, inBytes, texels, (plane) => gradientRowGlsl(String(plane)) + sums)}
    s.y++;
    g.y++;
  }
  for (int plane = 0; plane < rows; plane++) {
    ${sourceRowGlsl(inBytes, texels, 'plane')}
    ${gradientRowGlsl('plane')}
    ${sums}
  }
  bvec4 exists = columnsBelow(resultSize.y, at.texel);
  int firstInput = PLANES * at.line;
  ${repeat(planes, 'result$ = padded(sum$, firstInput + $ < resultSize.x, exists);')}
}
`;
}

function gradientRowGlsl(plane: string): string {
  return `vec4 d = texelFetch(gradient, ivec3(g, ${plane}), 0);\n`;
}

function rowSumsGlsl(planes: number): string {
  const sums = Array.from({ length: planes }, (_, input) => {
    return `sum${input} += v${input >> 2}.${'xyzw'.charAt(input % 4)} * d;`;
  });
  return sums.join(' ');
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

const PLAIN_WEIGHTS: Pick<ParameterStep, 'functions' | 'prepare' | 'move'> = {
  prepare: '',
  move: `
    vec4 g = texelFetch(gradient, ivec3(at.pixel, plane), 0);
    optimize(value, first, second, g, rate);`,
};

const PENALIZED_WEIGHTS: typeof PLAIN_WEIGHTS = {
  functions: PENALTIES_GLSL,
  prepare: 'vec4 penalty = penalties(at.lane);',
  move: `
    vec4 g = texelFetch(gradient, ivec3(at.pixel, plane), 0);
    g = penalized(g, value, penalty);
    value = shrunk(value, rate.x, penalty.z);
    optimize(value, first, second, g, rate);
    if (penalty.w > 0.0) value = thresholded(value, penalty.w * stepSize(second, rate));`,
};

/** From so many weights a lane on, lanes without penalties have draws of their own. */
const SEPARATE_FROM = 16_384;

/**
 * A lane without penalties skips their lines in any case. Large weights have a shader without these lines,
 * which saves such lanes a third of the time; for small ones a draw of all lanes together costs less. Which
 * shader a lane gets follows from its own sizes and slots.
 */
function planWeights(call: UpdateParameters, gradient: TensorTexture, device: WebglDevice): Draw[] {
  const { rows, columns } = gradient.grid;
  const common = {
    parameter: call.weights,
    optimizer: call.optimizer,
    inputs: { gradient },
  };
  const penalized = { ...common, ...PENALIZED_WEIGHTS };
  if (rows * columns < SEPARATE_FROM) return planParameterStep(penalized, device);
  const plain = { ...common, ...PLAIN_WEIGHTS };
  return [
    ...planParameterStep({ ...penalized, concerns: hasPenalty }, device),
    ...planParameterStep({ ...plain, concerns: (step, lane) => !hasPenalty(step, lane) }, device),
  ];
}

const PENALTY_SLOTS = [
  'gradientPerWeight',
  'gradientPerSign',
  'shrinkBefore',
  'softThreshold',
] as const satisfies readonly SlotName[];

function hasPenalty({ slots }: StepInputs, lane: number): boolean {
  return PENALTY_SLOTS.some((slot) => slots[lane * SLOT_COUNT + SLOT_INDEX[slot]] !== 0);
}

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
