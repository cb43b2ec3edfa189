/** tensor-grid.ts in the shader: which lane, line and texel a fragment writes, and where to read. */
import type { PlaneCount, TensorGrid } from './tensor-grid.ts';

/** Grid uniform of a tensor: lines a lane, texels a line, lanes a column, 0 where all lanes share it. */
export function gridUniform(grid: TensorGrid): readonly number[] {
  const laneStep = grid.lanes === 1 ? 0 : 1;
  return [grid.linesPerLane, grid.texelsPerLine, grid.lanesPerColumn, laneStep];
}

export function layoutGlsl(planeCount: PlaneCount): string {
  return /* glsl */ `
const int PLANES = ${planeCount};
const int PLANE_BITS = ${planeCount === 8 ? 3 : 2};

// a / b for pixel coordinates: exact there, and much faster than the division of integers.
int quotient(int a, int b) { return int((float(a) + 0.5) / float(b)); }

// What a fragment writes: texel and line within the lane, and the pixel in the texture.
// Its planes are the rows from line * PLANES on.
struct Block { int lane; int line; int texel; ivec2 pixel; };

Block blockOf(ivec4 grid) {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  int laneColumn = quotient(pixel.x, grid.y);
  int laneInColumn = quotient(pixel.y, grid.x);
  return Block(laneColumn * grid.z + laneInColumn, pixel.y - laneInColumn * grid.x,
               pixel.x - laneColumn * grid.y, pixel);
}

// The first texel of a lane.
ivec2 laneOrigin(ivec4 grid, int lane) {
  int own = lane * grid.w;
  int laneColumn = quotient(own, grid.z);
  return ivec2(laneColumn * grid.y, (own - laneColumn * grid.z) * grid.x);
}

// Where four columns of a row of [lane, rows, columns] are; shift and mask are / and % PLANES.
// Up to 4 - row % 4 rows on, only z differs.
ivec3 placeOf(ivec2 origin, int row, int texel) {
  return ivec3(origin.x + texel, origin.y + (row >> PLANE_BITS), row & (PLANES - 1));
}

// The row that many rows further down.
vec4 inPlane(sampler2DArray tensor, ivec3 place, int below) {
  return texelFetch(tensor, ivec3(place.xy, place.z + below), 0);
}

vec4 inRow(sampler2DArray tensor, ivec2 origin, int row, int texel) {
  return texelFetch(tensor, placeOf(origin, row, texel), 0);
}

// Four elements of [lane, n].
vec4 inLane(sampler2DArray tensor, ivec4 grid, int lane, int texel) {
  return texelFetch(tensor, ivec3(laneOrigin(grid, lane) + ivec2(texel, 0), 0), 0);
}

// Which of a texel's four columns are below a number.
bvec4 columnsBelow(int count, int texel) {
  return lessThan(4 * texel + ivec4(0, 1, 2, 3), ivec4(count));
}

// a where the condition holds, else b; no arithmetic, so that NaN stays where it is.
vec4 choose(bvec4 condition, vec4 a, vec4 b) { return mix(b, a, condition); }

// By bits: compilers may assume that there is no NaN.
bvec4 isNotANumber(vec4 x) {
  return greaterThan(floatBitsToUint(x) & uvec4(0x7fffffffu), uvec4(0x7f800000u));
}

// What goes into a texel: zero beyond the last row or column.
vec4 padded(vec4 value, bool rowExists, bvec4 columnExists) {
  return rowExists ? choose(columnExists, value, vec4(0)) : vec4(0);
}
`;
}

/** Repeats GLSL `count` times; `$` stands for the number of the repetition, from 0. */
export function repeat(count: number, glsl: string): string {
  return Array.from({ length: count }, (_, i) => glsl.replaceAll('$', String(i))).join('\n');
}
