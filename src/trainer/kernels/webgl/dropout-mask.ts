/** The dropout mask in the shader: `kept(lane, row, texel)` for four units of a row. */
import type { DropoutMask } from '../../../engine/step/kernels.ts';
import { RANDOM_GLSL } from './random-glsl.ts';
import type { TensorTexture } from './tensor-texture.ts';
import type { WebglDevice } from './webgl-device.ts';

/** The mask's texture, if it is given. */
export function maskInputs(
  dropout: DropoutMask | null,
  device: WebglDevice,
): Record<string, TensorTexture> {
  return dropout?.given ? { given: device.texture(dropout.given) } : {};
}

/** Its number among the step's keys, if it is hashed. */
export function maskInts(dropout: DropoutMask | null): Record<string, readonly number[]> {
  return dropout && !dropout.given ? { maskIndex: [dropout.maskIndex] } : {};
}

export function maskGlsl(dropout: DropoutMask | null): string {
  if (!dropout) return '';
  return dropout.given ? GIVEN_GLSL : HASHED_GLSL;
}

const GIVEN_GLSL = /* glsl */ `
bvec4 kept(int lane, int row, int texel) {
  if (keepHidden(lane) == 1.0) return bvec4(true);
  return notEqual(inRow(given, laneOrigin(givenGrid, lane), row, texel), vec4(0));
}
`;

const HASHED_GLSL = /* glsl */ `
${RANDOM_GLSL}
bvec4 kept(int lane, int row, int texel) {
  uint key = rowKey(maskKey(lane, maskIndex), row);
  int unit = 4 * texel;
  uvec4 bits = uvec4(elementBits(key, unit), elementBits(key, unit + 1),
                     elementBits(key, unit + 2), elementBits(key, unit + 3));
  return lessThan(bits >> 8, uvec4(keepThreshold(lane)));
}
`;
