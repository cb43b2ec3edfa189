/** `denseBackward` (engine/step/kernels.ts): one draw. */
import type { DenseBackward } from '../../../engine/step/kernels.ts';
import { activationSlopeGlsl } from './activation-glsl.ts';
import { Draw, planesOf } from './draw.ts';
import { maskGlsl, maskInputs, maskInts } from './dropout-mask.ts';
import { repeat } from './layout-glsl.ts';
import { plannedKernel, type PlannedKernel } from './planned-kernel.ts';
import type { WebglDevice } from './webgl-device.ts';

export function planDenseBackward(call: DenseBackward, device: WebglDevice): PlannedKernel {
  const draw = new Draw(device, {
    inputs: {
      gradient: device.texture(call.outputGradient),
      weights: device.texture(call.weights),
      source: device.texture(call.input),
      ...maskInputs(call.inputDropout, device),
    },
    targets: planesOf('result', device.texture(call.inputGradient)),
    ints: maskInts(call.inputDropout),
    body: [
      activationSlopeGlsl(call.inputActivation),
      maskGlsl(call.inputDropout),
      throughUnitsGlsl(call.inputDropout !== null),
      mainGlsl(device.planeCount),
    ].join('\n'),
  });
  return plannedKernel(device, { draws: [draw] });
}

/** `vec4 throughUnits(gradient, value, …)`: back through mask and activation; value is what the units gave. */
function throughUnitsGlsl(masked: boolean): string {
  const through = masked
    ? `choose(kept(lane, row, texel),
        inverseKeep(lane) * gradient * slope(keepHidden(lane) * value), vec4(0))`
    : 'gradient * slope(value)';
  return /* glsl */ `
vec4 throughUnits(vec4 gradient, vec4 value, int lane, int row, int texel) {
  return choose(columnsBelow(resultSize.y, texel), ${through}, vec4(0));
}
`;
}

/** Rows of the block x 4 inputs: Σ_o gradient[row, o] weights[input, o], four o at a time. */
function mainGlsl(planes: number): string {
  return /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 g = laneOrigin(gradientGrid, at.lane);
  ivec2 w = laneOrigin(weightsGrid, at.lane);
  int row = PLANES * at.line;
  int firstInput = 4 * at.texel;
  ${repeat(planes, 'vec4 sum$ = vec4(0);')}
  for (int o = 0; o < gradientGrid.y; o++) {
    ivec3 wo = placeOf(w, firstInput, o);
    ${repeat(4, 'vec4 w$ = inPlane(weights, wo, $);')}
    ivec3 go = placeOf(g, row, o);
    ${repeat(
      planes,
      `vec4 g$ = inPlane(gradient, go, $);
    sum$ += vec4(dot(g$, w0), dot(g$, w1), dot(g$, w2), dot(g$, w3));`,
    )}
  }
  ivec2 s = laneOrigin(sourceGrid, at.lane);
  ${repeat(
    planes,
    `result$ = throughUnits(sum$, inRow(source, s, row + $, at.texel),
    at.lane, row + $, at.texel);`,
  )}
}
`;
}
