/** tensor-grid.ts in the shader: which lane, line and texel a fragment writes, and where to read. */
import type { TensorGrid } from './tensor-grid.ts';

/** Grid uniform of a tensor: lines a lane, texels a line, lanes a column, 0 where all lanes share it. */
export function gridUniform(grid: TensorGrid): readonly number[] {
  const laneStep = grid.lanes === 1 ? 0 : 1;
  return [grid.linesPerLane, grid.texelsPerLine, grid.lanesPerColumn, laneStep];
}

export const LAYOUT_GLSL = /* glsl */ `
// The block of a fragment: texels of the line, in all planes (rows 4 line + plane).
struct Block { int lane; int line; int texel; };

Block blockOf(ivec4 grid) {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  int lane = pixel.x / grid.y * grid.z + pixel.y / grid.x;
  return Block(lane, pixel.y % grid.x, pixel.x % grid.y);
}

// The first texel of a lane.
ivec2 laneOrigin(ivec4 grid, int lane) {
  int own = lane * grid.w;
  return ivec2(own / grid.z * grid.y, own % grid.z * grid.x);
}

vec4 texelOf(sampler2DArray tensor, ivec2 place, int plane) {
  return texelFetch(tensor, ivec3(place, plane), 0);
}

// 1 or true for the columns of a texel that exist.
bvec4 columnsBelow(int count, int texel) {
  return lessThan(4 * texel + ivec4(0, 1, 2, 3), ivec4(count));
}

// a where the condition holds, else b; no arithmetic, so that NaN stays where it is.
vec4 choose(bvec4 condition, vec4 a, vec4 b) { return mix(b, a, condition); }

// What goes into a texel: zero beyond the last row or column.
vec4 padded(vec4 value, bool rowExists, bvec4 columnExists) {
  return rowExists ? choose(columnExists, value, vec4(0)) : vec4(0);
}
`;

/** Repeats a line of GLSL for the planes; `$` stands for the number of the plane. */
export function eachPlane(line: string, count = 4): string {
  return Array.from({ length: count }, (_, plane) => line.replaceAll('$', String(plane))).join('\n');
}
