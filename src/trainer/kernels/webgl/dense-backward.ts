/** `denseBackward` (engine/kernels.ts): one draw. */
import type { DenseBackward } from '../../../engine/kernels.ts';
import { activationGradientGlsl } from './activation-glsl.ts';
import { Draw } from './draw.ts';
import { eachPlane } from './layout-glsl.ts';
import { maskGlsl } from './mask-glsl.ts';
import { maskInputs, maskInts } from './mask-inputs.ts';
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
    targets: { result: { tensor: device.texture(call.inputGradient) } },
    ints: maskInts(call.inputDropout),
    body: [
      activationGradientGlsl(call.inputActivation),
      maskGlsl(call.inputDropout),
      throughUnitsGlsl(call.inputDropout !== null),
      MAIN_GLSL,
    ].join('\n'),
  });
  return plannedKernel(device, { draws: [draw] });
}

/** `vec4 throughUnits(gradient, value, …)`: back through mask and activation; value is what the units gave. */
function throughUnitsGlsl(masked: boolean): string {
  const through = masked
    ? `choose(kept(lane, row, texel),
        throughActivation(inverseKeep(lane) * gradient, keepHidden(lane) * value), vec4(0))`
    : 'throughActivation(gradient, value)';
  return /* glsl */ `
vec4 throughUnits(vec4 gradient, vec4 value, int lane, int row, int texel) {
  return choose(columnsBelow(resultSize.y, texel), ${through}, vec4(0));
}
`;
}

/** 4 rows x 4 inputs: Σ_o gradient[row, o] weights[input, o], four o at a time. */
const MAIN_GLSL = /* glsl */ `
void main() {
  Block at = blockOf(resultGrid);
  ivec2 g = laneOrigin(gradientGrid, at.lane) + ivec2(0, at.line);
  ivec2 w = laneOrigin(weightsGrid, at.lane) + ivec2(0, at.texel);
  ${eachPlane('vec4 sum$ = vec4(0);')}
  for (int o = 0; o < gradientGrid.y; o++) {
    ${eachPlane('vec4 w$ = texelOf(weights, ivec2(w.x + o, w.y), $);')}
    ${eachPlane(`vec4 g$ = texelOf(gradient, ivec2(g.x + o, g.y), $);
    sum$ += vec4(dot(g$, w0), dot(g$, w1), dot(g$, w2), dot(g$, w3));`)}
  }
  ivec2 s = laneOrigin(sourceGrid, at.lane) + ivec2(at.texel, at.line);
  ${eachPlane(`result$ = throughUnits(sum$, texelOf(source, s, $),
    at.lane, 4 * at.line + $, at.texel);`)}
}
`;
