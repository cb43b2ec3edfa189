/**
 * The matrix product of small layers, where copying and listing (operands.ts) would cost more than
 * they save: tiles of 4 rows by 8 or 4 columns, read where they stand. The sums are those of
 * product.ts, bit for bit; which of the two is used depends on the layer's size alone.
 */
import { packTransposed, PANEL_ROW_BYTES, TILE_COLUMNS } from './operands';
import { loadUpTo, storeUpTo } from './vectors';

/** Weights of a layer up to which it counts as small. */
const SMALL_LAYER: i32 = 2048;

export function isSmall(inputs: i32, units: i32): bool {
  return inputs * units <= SMALL_LAYER;
}

/** Bytes that the functions here need. */
export function smallProductScratch(depth: i32): i32 {
  return depth * PANEL_ROW_BYTES;
}

/**
 * result [rows, columns] = A · b [depth, columns] + bias. Element (row, d) of A is at a + row ·
 * rowStride + d · depthStride; bStride is the bytes from one row of b to the next. bias may be
 * absent (0).
 */
export function multiplySmall(
  a: usize,
  rowStride: i32,
  depthStride: i32,
  b: usize,
  bStride: i32,
  bias: usize,
  result: usize,
  resultStride: i32,
  rows: i32,
  depth: i32,
  columns: i32,
  scratch: usize,
): void {
  let column = 0;
  for (; column + TILE_COLUMNS <= columns; column += TILE_COLUMNS) {
    const at = <usize>(column << 2);
    const low = loadUpTo(bias + at, bias ? 4 : 0);
    const high = loadUpTo(bias + at + 16, bias ? 4 : 0);
    for (let row = 0; row < rows; row += 4) {
      multiplyWideTile(
        a + row * rowStride,
        rowStride,
        depthStride,
        b + at,
        bStride,
        low,
        high,
        result + at + row * resultStride,
        resultStride,
        min(rows - row, 4),
        depth,
      );
    }
  }
  for (; column < columns; column += 4) {
    const width = columns - column;
    const at = <usize>(column << 2);
    let strip = b + at;
    let stripStride = bStride;
    if (width < 4) {
      packStrip(strip, bStride, depth, width, scratch);
      strip = scratch;
      stripStride = 16;
    }
    const start = loadUpTo(bias + at, bias ? width : 0);
    for (let row = 0; row < rows; row += 4) {
      const block = a + row * rowStride;
      const target = result + at + row * resultStride;
      const height = min(rows - row, 4);
      multiplyTile(
        block,
        rowStride,
        depthStride,
        strip,
        stripStride,
        start,
        target,
        resultStride,
        height,
        depth,
        width,
      );
    }
  }
}

/** The same with b [columns, depth] transposed, rows of A contiguous and no bias. */
export function multiplySmallTransposed(
  a: usize,
  b: usize,
  result: usize,
  rows: i32,
  depth: i32,
  columns: i32,
  scratch: usize,
): void {
  // panels of 8 columns
  for (let column = 0; column < columns; column += TILE_COLUMNS) {
    const width = min(columns - column, TILE_COLUMNS);
    packTransposed(b + ((column * depth) << 2), depth, width, scratch);
    if (width == TILE_COLUMNS) {
      for (let row = 0; row < rows; row += 4) {
        multiplyWideTile(
          a + ((row * depth) << 2),
          depth << 2,
          4,
          scratch,
          PANEL_ROW_BYTES,
          i32x4.splat(0),
          i32x4.splat(0),
          result + ((row * columns + column) << 2),
          columns << 2,
          min(rows - row, 4),
          depth,
        );
      }
      continue;
    }
    for (let i = 0; i < width; i += 4) {
      for (let row = 0; row < rows; row += 4) {
        multiplyTile(
          a + ((row * depth) << 2),
          depth << 2,
          4,
          scratch + (i << 2),
          PANEL_ROW_BYTES,
          i32x4.splat(0),
          result + ((row * columns + column + i) << 2),
          columns << 2,
          min(rows - row, 4),
          depth,
          width - i,
        );
      }
    }
  }
}

/**
 * One tile of at most 4 rows (`height`) and 4 columns (`width`); all four are computed, those that
 * exist stored.
 */
function multiplyTile(
  a: usize,
  rowStride: i32,
  depthStride: i32,
  strip: usize,
  stripStride: i32,
  bias: v128,
  target: usize,
  targetStride: i32,
  height: i32,
  depth: i32,
  width: i32,
): void {
  let p0 = a;
  let p1 = height > 1 ? p0 + rowStride : p0;
  let p2 = height > 2 ? p1 + rowStride : p0;
  let p3 = height > 3 ? p2 + rowStride : p0;
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let d = 0; d < depth; d++) {
    const w = v128.load(strip);
    s0 = f32x4.add(s0, f32x4.mul(v128.load32_splat(p0), w));
    s1 = f32x4.add(s1, f32x4.mul(v128.load32_splat(p1), w));
    s2 = f32x4.add(s2, f32x4.mul(v128.load32_splat(p2), w));
    s3 = f32x4.add(s3, f32x4.mul(v128.load32_splat(p3), w));
    p0 += depthStride;
    p1 += depthStride;
    p2 += depthStride;
    p3 += depthStride;
    strip += stripStride;
  }
  storeUpTo(target, f32x4.add(s0, bias), width);
  if (height > 1) storeUpTo(target + targetStride, f32x4.add(s1, bias), width);
  if (height > 2) storeUpTo(target + 2 * targetStride, f32x4.add(s2, bias), width);
  if (height > 3) storeUpTo(target + 3 * targetStride, f32x4.add(s3, bias), width);
}

/** One tile of at most 4 rows (`height`) and 8 columns. */
function multiplyWideTile(
  a: usize,
  rowStride: i32,
  depthStride: i32,
  strip: usize,
  stripStride: i32,
  biasLow: v128,
  biasHigh: v128,
  target: usize,
  targetStride: i32,
  height: i32,
  depth: i32,
): void {
  let p0 = a;
  let p1 = height > 1 ? p0 + rowStride : p0;
  let p2 = height > 2 ? p1 + rowStride : p0;
  let p3 = height > 3 ? p2 + rowStride : p0;
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let t0 = s0;
  let t1 = s0;
  let t2 = s0;
  let t3 = s0;
  for (let d = 0; d < depth; d++) {
    const low = v128.load(strip);
    const high = v128.load(strip, 16);
    let x = v128.load32_splat(p0);
    s0 = f32x4.add(s0, f32x4.mul(x, low));
    t0 = f32x4.add(t0, f32x4.mul(x, high));
    x = v128.load32_splat(p1);
    s1 = f32x4.add(s1, f32x4.mul(x, low));
    t1 = f32x4.add(t1, f32x4.mul(x, high));
    x = v128.load32_splat(p2);
    s2 = f32x4.add(s2, f32x4.mul(x, low));
    t2 = f32x4.add(t2, f32x4.mul(x, high));
    x = v128.load32_splat(p3);
    s3 = f32x4.add(s3, f32x4.mul(x, low));
    t3 = f32x4.add(t3, f32x4.mul(x, high));
    p0 += depthStride;
    p1 += depthStride;
    p2 += depthStride;
    p3 += depthStride;
    strip += stripStride;
  }
  storeWide(target, f32x4.add(s0, biasLow), f32x4.add(t0, biasHigh));
  target += targetStride;
  if (height > 1) storeWide(target, f32x4.add(s1, biasLow), f32x4.add(t1, biasHigh));
  target += targetStride;
  if (height > 2) storeWide(target, f32x4.add(s2, biasLow), f32x4.add(t2, biasHigh));
  target += targetStride;
  if (height > 3) storeWide(target, f32x4.add(s3, biasLow), f32x4.add(t3, biasHigh));
}

@inline
function storeWide(target: usize, low: v128, high: v128): void {
  v128.store(target, low);
  v128.store(target, high, 16);
}

/** strip [depth, 4] = the first `width` columns of `source`, 0 beyond */
function packStrip(source: usize, stride: i32, depth: i32, width: i32, strip: usize): void {
  for (let d = 0; d < depth; d++) {
    v128.store(strip, loadUpTo(source, width));
    source += stride;
    strip += 16;
  }
}
