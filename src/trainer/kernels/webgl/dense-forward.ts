/** `denseForward` (engine/step/kernels.ts): one draw. */
import type { DenseForward } from '../../../engine/step/kernels.ts';
import { activationGlsl } from './activation-glsl.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { maskGlsl, maskInputs, maskInts } from './dropout-mask.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import { BYTES_GLSL, sourceRowsGlsl } from './source-rows.ts';
import type { PlaneCount } from './tensor-grid.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planDenseForward(call: DenseForward, device: WebglDevice): PlannedKernel {
  const source = device.texture(call.input);
  const draw = new Draw(device, {
    inputs: {
      source,
      weights: device.texture(call.weights),
      bias: device.texture(call.bias),
      ...maskInputs(call.dropout, device),
    },
    targets: planesOf('result', device.texture(call.output)),
    ints: maskInts(call.dropout),
    body: [
      activationGlsl(call.activation),
      maskGlsl(call.dropout),
      finishGlsl(call.dropout !== null),
      BYTES_GLSL,
      mainGlsl(device.planeCount, source.inBytes),
    ].join('\n'),
  });
  return plannedKernel(device, { draws: [draw] });
}

/** `vec4 finished(linear, lane, row, texel)`: activation and mask of four units of a row. */
export function finishGlsl(masked: boolean): string {
  const value = masked
    ? 'activation(linear) * choose(kept(lane, row, texel), vec4(inverseKeep(lane)), vec4(0))'
    : 'activation(linear)';
  return /* glsl */ `
vec4 finished(vec4 linear, int lane, int row, int texel) {
  return choose(columnsBelow(resultSize.y, texel), ${value}, vec4(0));
}
`;
}

/**
 * Rows of the block x 4 units: Σ_k source[row, k] weights[k, unit], a line of weights (PLANES rows, so
 * that layers are constants) at a time. Each value of the source is used as it comes: with all of them
 * held at once a software renderer runs out of registers.
 */
function mainGlsl(planes: PlaneCount, inBytes: boolean): string {
  const groups = planes / 4;
  const product = (group: number) => partialProductGlsl(planes, inBytes, group);
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(0, at.line);
  ivec2 w = laneOrigin(weightsGrid, at.lane) + ivec2(at.texel, 0);
  int row = PLANES * at.line;
  ${repeat(planes, 'vec4 sum$ = vec4(0);')}
  int end = s.x + sourceGrid.y;
  for (; s.x + ${groups} <= end; s.x += ${groups}) {
    ${Array.from({ length: groups }, (_, group) => product(group)).join('\n    ')}
    w.y++;
  }
  ${groups > 1 ? `if (s.x < end) ${product(0)}` : ''}
  vec4 b = inLane(bias, biasGrid, at.lane, at.texel);
  ${repeat(planes, 'result$ = finished(sum$ + b, at.lane, row + $, at.texel);')}
}
`;
}

/** Adds four k: the group of four rows of the line of weights at `w`, and the texel of the source at `s`. */
function partialProductGlsl(planes: PlaneCount, inBytes: boolean, group: number): string {
  const texels = { v: `s + ivec2(${group}, 0)` };
  return /* glsl */ `{
    ${repeat(4, `vec4 w$ = texelFetch(weights, ivec3(w, ${4 * group} + $), 0);`)}
    ${sourceRowsGlsl(
      ...([planes, inBytes, texels] as const),
      (row) => `sum${row} += v.x * w0 + v.y * w1 + v.z * w2 + v.w * w3;`,
    )}
  }`;
}
