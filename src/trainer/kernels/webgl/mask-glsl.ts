/** The dropout mask in the shader: `kept(lane, row, texel)` for four units of a row. */
import type { DropoutMask } from '../../../engine/kernels.ts';
import { RANDOM_GLSL } from './random-glsl.ts';

/** Needs the int uniform `maskIndex`, or the input `given` (kernels.ts, DropoutMask). */
export function maskGlsl(dropout: DropoutMask | null): string {
  if (!dropout) return '';
  return dropout.given ? GIVEN_GLSL : HASHED_GLSL;
}

const GIVEN_GLSL = /* glsl */ `
bvec4 kept(int lane, int row, int texel) {
  if (keepHidden(lane) == 1.0) return bvec4(true);
  ivec2 place = laneOrigin(givenGrid, lane) + ivec2(texel, row / 4);
  return notEqual(texelOf(given, place, row % 4), vec4(0));
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
