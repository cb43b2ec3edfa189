/** `denseForward` (engine/kernels.ts): one draw. */
import type { DenseForward } from '../../../engine/kernels.ts';
import { activationGlsl } from './activation-glsl.ts';
import { Draw, planesOf } from './draw.ts';
import { repeat } from './layout-glsl.ts';
import { maskGlsl, maskInputs, maskInts } from './dropout-mask.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planDenseForward(call: DenseForward, device: WebglDevice): PlannedKernel {
  const draw = new Draw(device, {
    inputs: {
      source: device.texture(call.input),
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
      mainGlsl(device.planeCount),
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

/** Rows of the block x 4 units: Σ_k source[row, k] weights[k, unit], four k at a time. */
function mainGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  ivec2 w = laneOrigin(weightsGrid, at.lane);
  int row = PLANES * at.line;
  ${repeat(planes, 'vec4 sum$ = vec4(0);')}
  for (int k = 0; k < sourceGrid.y; k++) {
    ivec3 wk = placeOf(w, 4 * k, at.texel);
    ${repeat(4, 'vec4 w$ = inPlane(weights, wk, $);')}
    ivec3 sk = placeOf(s, row, k);
    ${repeat(
      planes,
      `vec4 s$ = inPlane(source, sk, $);
    sum$ += s$.x * w0 + s$.y * w1 + s$.z * w2 + s$.w * w3;`,
    )}
  }
  vec4 b = inLane(bias, biasGrid, at.lane, at.texel);
  ${repeat(planes, 'result$ = finished(sum$ + b, at.lane, row + $, at.texel);')}
}
`;
}
