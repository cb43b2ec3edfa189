/**
 * The rows of a layer's input, one line of its texture (PLANES rows) at a time, as floats or as bytes
 * (tensor-grid.ts). Both give the same numbers in the same order, so that a sum over them is the same.
 */
import { ROWS_OF_BYTES, type PlaneCount } from './tensor-grid.ts';

/** Names of the texels that are read of each row: where they are in a layer, as GLSL of type ivec2. */
export type SourceTexels = Readonly<Record<string, string>>;

/** For each row of the line: the texels as vec4 of their names, then `use(plane)`. */
export function sourceRowsGlsl(
  planes: PlaneCount,
  inBytes: boolean,
  texels: SourceTexels,
  use: (plane: number) => string,
): string {
  const rows = (count: number, glsl: (row: number) => string) =>
    Array.from({ length: count }, (_, row) => glsl(row)).join('\n');
  if (!inBytes)
    return rows(planes, (plane) => `{ ${floatTexels(texels, String(plane))} ${use(plane)} }`);
  return rows(planes / ROWS_OF_BYTES, (layer) => {
    const held = Object.entries(texels).map(
      ([name, place]) => `ivec4 ${name}Bytes = texelFetch(source, ivec3(${place}, ${layer}), 0);`,
    );
    const blocks = rows(ROWS_OF_BYTES, (row) => {
      const values = Object.keys(texels).map(
        (name) => `vec4 ${name} = bytesOfRow${row}(${name}Bytes, sourceScale);`,
      );
      return `{ ${values.join(' ')} ${use(ROWS_OF_BYTES * layer + row)} }`;
    });
    return `{ ${held.join('\n')}\n${blocks} }`;
  });
}

/** The texels of the row in plane `plane`, a GLSL expression. */
export function sourceRowGlsl(inBytes: boolean, texels: SourceTexels, plane: string): string {
  if (!inBytes) return floatTexels(texels, plane);
  return Object.entries(texels)
    .map(
      ([name, place]) => `vec4 ${name} = bytesOfRow(
        texelFetch(source, ivec3(${place}, ${plane} / ${ROWS_OF_BYTES}), 0),
        ${plane} % ${ROWS_OF_BYTES}, sourceScale);`,
    )
    .join('\n');
}

function floatTexels(texels: SourceTexels, plane: string): string {
  return Object.entries(texels)
    .map(([name, place]) => `vec4 ${name} = texelFetch(source, ivec3(${place}, ${plane}), 0);`)
    .join(' ');
}

/**
 * Four columns of one row of a texel of bytes. Masks instead of shifts, which a software renderer does
 * channel by channel. Only the last rounding, by the scale, is not exact: the numbers are those that
 * single precision gives for byte times scale.
 */
export const BYTES_GLSL = /* glsl */ `
vec4 bytesOfRow0(ivec4 bytes, float scale) { return vec4(bytes & 255) * scale; }
vec4 bytesOfRow1(ivec4 bytes, float scale) { return vec4(bytes & 0xff00) * (scale / 256.0); }
vec4 bytesOfRow2(ivec4 bytes, float scale) { return vec4(bytes & 0xff0000) * (scale / 65536.0); }
vec4 bytesOfRow3(ivec4 bytes, float scale) {
  return (vec4(bytes & ~0xffffff) / 16777216.0 + 128.0) * scale;
}

vec4 bytesOfRow(ivec4 bytes, int row, float scale) {
  return row == 0 ? bytesOfRow0(bytes, scale) : row == 1 ? bytesOfRow1(bytes, scale)
    : row == 2 ? bytesOfRow2(bytes, scale) : bytesOfRow3(bytes, scale);
}
`;
