/** `denseForward` (engine/kernels.ts): one draw. */
import type { DenseForward } from '../../../engine/kernels.ts';
import { activationGlsl } from './activation-glsl.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
import { maskGlsl } from './mask-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import { maskInputs, maskInts } from './mask-inputs.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planDenseForward(call: DenseForward, device: WebglDevice): PlannedKernel {
  const draw = new Draw(device, {
    inputs: {
      source: device.texture(call.input),
      weights: device.texture(call.weights),
      bias: device.texture(call.bias),
      ...maskInputs(call.dropout, device),
    },
    targets: { result: { tensor: device.texture(call.output) } },
    ints: maskInts(call.dropout),
    body: [
      activationGlsl(call.activation),
      maskGlsl(call.dropout),
      finishGlsl(call.dropout !== null),
      MAIN_GLSL,
    ].join('\n'),
  });
  return plannedKernel(device, { draws: [draw] });
}

/** `vec4 finished(linear, lane, row, texel, columns)`: activation and mask of four units of a row. */
export function finishGlsl(masked: boolean): string {
  const value = masked
    ? 'choose(kept(lane, row, texel), inverseKeep(lane) * activation(linear), vec4(0))'
    : 'activation(linear)';
  return /* glsl */ `
vec4 finished(vec4 linear, int lane, int row, int texel) {
  return choose(columnsBelow(resultSize.y, texel), ${value}, vec4(0));
}
`;
}

/** 4 rows x 4 units: Σ_k source[row, k] weights[k, unit], four k at a time. */
const MAIN_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(0, at.line);
  ivec2 w = laneOrigin(weightsGrid, at.lane) + ivec2(at.texel, 0);
  ${eachPlane('vec4 sum$ = vec4(0);')}
  for (int k = 0; k < sourceGrid.y; k++) {
    ${eachPlane('vec4 w$ = texelOf(weights, ivec2(w.x, w.y + k), $);')}
    ${eachPlane(`vec4 s$ = texelOf(source, ivec2(s.x + k, s.y), $);
    sum$ += s$.x * w0 + s$.y * w1 + s$.z * w2 + s$.w * w3;`)}
  }
  vec4 b = texelOf(bias, laneOrigin(biasGrid, at.lane) + ivec2(at.texel, 0), 0);
  ${eachPlane('result$ = finished(sum$ + b, at.lane, 4 * at.line + $, at.texel);')}
}
`;
