/**
 * Where the elements of a tensor lie in its texture: pure arithmetic, no GL. `layout-glsl.ts` is the
 * same in the shader.
 *
 * A texture array of RGBA32F. A texel holds four neighbouring columns of one row; with P planes, layer
 * j holds the rows P·i + j, so that a fragment with P render targets writes a block of P x 4 elements
 * (what makes products fast is outputs per fragment: each operand is then fetched less often). Lanes
 * are stacked below each other, and in further columns of lanes where the device's textures end:
 *
 *   x = (lane / lanesPerColumn) · texelsPerLine + column / 4      channel = column % 4
 *   y = (lane % lanesPerColumn) · linesPerLane + row / P          layer = row % P
 *
 * [lane, n] is one row a lane and has one plane. Elements of a texel beyond the last column, and texels
 * beyond the last row of weights, are zero: every kernel and every upload writes them so.
 *
 * Inputs that are bytes (pixels) lie in an array of RGBA32I with a quarter of the layers: a channel holds
 * the column's elements of the rows P·i + 4j … P·i + 4j + 3, so that one texel is 4 x 4 elements, and the
 * products over inputs fetch half as often. The last of the four is kept less 128: the number has a sign.
 */

import { DeviceLimitError } from '../../../engine/step/device-limit-error.ts';

/** P: 8 where the device has as many render targets, else 4. */
export type PlaneCount = 4 | 8;

export interface TensorGrid {
  readonly lanes: number;
  readonly rows: number;
  readonly columns: number;
  readonly planes: 1 | PlaneCount;
  readonly linesPerLane: number;
  readonly texelsPerLine: number;
  readonly lanesPerColumn: number;
  /** Of the texture, in texels. */
  readonly width: number;
  readonly height: number;
}

/** Throws a `DeviceLimitError` that names the size where the device's textures are too small. */
export function tensorGrid(
  shape: readonly number[],
  maxTextureSize: number,
  planeCount: PlaneCount,
): TensorGrid {
  const [lanes, rows, columns] = lanesRowsColumns(shape);
  const planes = shape.length === 3 ? planeCount : 1;
  const linesPerLane = Math.ceil(rows / planes);
  const texelsPerLine = Math.ceil(columns / 4);
  const lanesPerColumn = Math.max(1, Math.min(lanes, Math.floor(maxTextureSize / linesPerLane)));
  const width = Math.ceil(lanes / lanesPerColumn) * texelsPerLine;
  const height = lanesPerColumn * linesPerLane;
  if (width > maxTextureSize || height > maxTextureSize) {
    throw new DeviceLimitError(
      `a tensor of shape [${shape.join(', ')}] needs a texture of ${width} x ${height} texels, and ` +
        `the largest is ${maxTextureSize} x ${maxTextureSize}`,
    );
  }
  return {
    ...{ lanes, rows, columns, planes },
    ...{ linesPerLane, texelsPerLine, lanesPerColumn, width, height },
  };
}

function lanesRowsColumns(shape: readonly number[]): [number, number, number] {
  const [first = 0, second = 0, third = 0] = shape;
  const sound = shape.every((extent) => Number.isInteger(extent) && extent > 0);
  if (sound && shape.length === 3) return [first, second, third];
  if (sound && shape.length === 2) return [first, 1, second];
  throw new RangeError(
    `A tensor must be [lane, n] or [lane, rows, columns], not [${shape.join(', ')}].`,
  );
}

export function elementCount(grid: TensorGrid): number {
  return grid.lanes * grid.rows * grid.columns;
}

/** Rows that a texel of bytes holds of each of its columns. */
export const ROWS_OF_BYTES = 4;

/** Of the texture array. */
export function layerCount({ planes }: TensorGrid, inBytes: boolean): number {
  return inBytes ? Math.ceil(planes / ROWS_OF_BYTES) : planes;
}

export function byteCount(grid: TensorGrid, inBytes: boolean): number {
  return grid.width * grid.height * layerCount(grid, inBytes) * 16;
}

/** In texels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the wanted lanes are, as few rectangles: neighbours in a column of lanes are one. */
export function laneRectangles(grid: TensorGrid, isWanted: (lane: number) => boolean): Rectangle[] {
  const { lanes, lanesPerColumn, linesPerLane, texelsPerLine } = grid;
  const rectangles: Rectangle[] = [];
  let [start, count] = [0, 0];
  for (let lane = 0; lane <= lanes; lane++) {
    const wanted = lane < lanes && isWanted(lane);
    if (count > 0 && (!wanted || lane % lanesPerColumn === 0)) {
      rectangles.push({
        x: Math.floor(start / lanesPerColumn) * texelsPerLine,
        y: (start % lanesPerColumn) * linesPerLane,
        width: texelsPerLine,
        height: count * linesPerLane,
      });
      count = 0;
    }
    if (wanted && count++ === 0) start = lane;
  }
  return rectangles;
}

/** A rectangle of texels, all planes: whole lines of one column of lanes. */
export interface LineRange {
  readonly laneColumn: number;
  readonly firstLine: number;
  readonly lineCount: number;
}

/** The used part of the texture in pieces of at most `texelLimit` texels (but at least one line). */
export function lineRanges(grid: TensorGrid, texelLimit: number): LineRange[] {
  const step = Math.max(1, Math.floor(texelLimit / (grid.texelsPerLine * grid.planes)));
  const ranges: LineRange[] = [];
  for (let start = 0; start < grid.lanes; start += grid.lanesPerColumn) {
    const lines = Math.min(grid.lanesPerColumn, grid.lanes - start) * grid.linesPerLane;
    for (let firstLine = 0; firstLine < lines; firstLine += step) {
      const lineCount = Math.min(step, lines - firstLine);
      ranges.push({ laneColumn: start / grid.lanesPerColumn, firstLine, lineCount });
    }
  }
  return ranges;
}

/**
 * Calls `visit(packedOffset, elementIndex)` for every line of every plane of a range: the offset of the
 * line in the packed range (in floats, plane after plane), and the index of its first element in the
 * tensor's own order, or -1 for a line beyond the last row.
 */
export function forEachLine(
  grid: TensorGrid,
  range: LineRange,
  visit: (packedOffset: number, elementIndex: number) => void,
): void {
  const { rows, columns, planes, linesPerLane, lanesPerColumn } = grid;
  const lineLength = grid.texelsPerLine * 4;
  for (let plane = 0; plane < planes; plane++) {
    for (let i = 0; i < range.lineCount; i++) {
      const line = range.firstLine + i;
      const lane = range.laneColumn * lanesPerColumn + Math.floor(line / linesPerLane);
      const row = (line % linesPerLane) * planes + plane;
      const packedOffset = (plane * range.lineCount + i) * lineLength;
      visit(packedOffset, row < rows ? (lane * rows + row) * columns : -1);
    }
  }
}
