/**
 * The two factors of a product in the form that product.ts multiplies.
 *
 * - The second factor is copied into panels of 8 columns: contiguous, padded with 0, so that any
 *   width is right and neighbouring rows do not fight over cache lines.
 * - The first factor becomes, for each four of its rows, a list of the places where any is not 0.
 *   Pixels and ReLU units are mostly 0. Leaving out x = 0 changes no bit: sums start at +0 and 0 *
 *   w adds ±0. Only where the panel holds NaN or infinity would it, so such a panel is multiplied
 *   in full.
 */
import { loadUpTo } from './vectors';

export const TILE_ROWS: i32 = 4;
export const TILE_COLUMNS: i32 = 8;
export const PANEL_ROW_BYTES: i32 = 32;
/** A list entry: four factors and the offset of the row in the panel. */
export const ENTRY_BYTES: i32 = 20;

/** The list's length in bytes, and its entries; each is written before it is known to be wanted. */
export function listBytes(depth: i32): i32 {
  return (depth + 1) * ENTRY_BYTES + 4;
}

/**
 * The lists of the rows of a block [rows, depth], four by four; missing rows count as the first.
 */
export function gatherBlock(block: usize, rows: i32, depth: i32, inFull: bool, lists: usize): void {
  const rowBytes = depth << 2;
  for (let row = 0; row < rows; row += TILE_ROWS) {
    gatherRows(block, rowBytes, rows - row, depth, inFull, lists);
    block += TILE_ROWS * rowBytes;
    lists += listBytes(depth);
  }
}

/** The list of four rows, read 4 by 4 and transposed. */
function gatherRows(
  rows: usize,
  rowBytes: i32,
  height: i32,
  depth: i32,
  inFull: bool,
  list: usize,
): void {
  const r1 = height > 1 ? rows + rowBytes : rows;
  const r2 = height > 2 ? r1 + rowBytes : rows;
  const r3 = height > 3 ? r2 + rowBytes : rows;
  const start = list + 4;
  let entry = start;
  let offset = 0;
  for (let i = 0; i < depth; i += 4) {
    const left = depth - i;
    const at = i << 2;
    const v0 = loadUpTo(rows + at, left);
    const v1 = loadUpTo(r1 + at, left);
    const v2 = loadUpTo(r2 + at, left);
    const v3 = loadUpTo(r3 + at, left);
    entry = append(entry, firstColumn(v0, v1, v2, v3), offset, inFull);
    if (left > 1) entry = append(entry, secondColumn(v0, v1, v2, v3), offset + 32, inFull);
    if (left > 2) entry = append(entry, thirdColumn(v0, v1, v2, v3), offset + 64, inFull);
    if (left > 3) entry = append(entry, fourthColumn(v0, v1, v2, v3), offset + 96, inFull);
    offset += 4 * PANEL_ROW_BYTES;
  }
  store<i32>(list, <i32>(entry - start));
}

/**
 * The list of four columns of a matrix [depth, …] whose rows are `stride` bytes apart; columns
 * beyond `width` count as 0.
 */
export function gatherColumns(
  columns: usize,
  stride: i32,
  width: i32,
  depth: i32,
  inFull: bool,
  list: usize,
): void {
  const start = list + 4;
  let entry = start;
  let offset = 0;
  for (let i = 0; i < depth; i++) {
    entry = append(entry, loadUpTo(columns, width), offset, inFull);
    columns += stride;
    offset += PANEL_ROW_BYTES;
  }
  store<i32>(list, <i32>(entry - start));
}

/**
 * Writes an entry and returns where the next one goes: further on if any factor is not 0 (NaN is
 * not) or `inFull`. A branch here would be mispredicted at every edge of a digit.
 */
@inline
function append(entry: usize, factors: v128, offset: i32, inFull: bool): usize {
  v128.store(entry, factors);
  store<i32>(entry, offset, 16);
  const wanted = i32(v128.any_true(f32x4.ne(factors, f32x4.splat(0)))) | i32(inFull);
  return entry + ENTRY_BYTES * wanted;
}

// Columns of the 4 x 4 matrix with the rows v0 to v3.

@inline
function firstColumn(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const low = i32x4.shuffle(v0, v1, 0, 4, 1, 5);
  return i64x2.shuffle(low, i32x4.shuffle(v2, v3, 0, 4, 1, 5), 0, 2);
}

@inline
function secondColumn(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const low = i32x4.shuffle(v0, v1, 0, 4, 1, 5);
  return i64x2.shuffle(low, i32x4.shuffle(v2, v3, 0, 4, 1, 5), 1, 3);
}

@inline
function thirdColumn(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const high = i32x4.shuffle(v0, v1, 2, 6, 3, 7);
  return i64x2.shuffle(high, i32x4.shuffle(v2, v3, 2, 6, 3, 7), 0, 2);
}

@inline
function fourthColumn(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const high = i32x4.shuffle(v0, v1, 2, 6, 3, 7);
  return i64x2.shuffle(high, i32x4.shuffle(v2, v3, 2, 6, 3, 7), 1, 3);
}

/** bias [8] from `column` on, 0 beyond `width` or where there is none. */
export function packBias(bias: usize, column: i32, width: i32, panel: usize): void {
  const at = bias + (column << 2);
  v128.store(panel, loadUpTo(at, bias ? width : 0));
  v128.store(panel, loadUpTo(at + 16, bias ? width - 4 : 0), 16);
}

/**
 * `width` columns from `source`, a matrix of `stride` columns, into panel [depth, 8]. Returns
 * whether all are finite.
 */
export function packPanel(
  source: usize,
  stride: i32,
  depth: i32,
  width: i32,
  panel: usize,
): bool {
  const zero = f32x4.splat(0);
  let check = zero;
  for (let i = 0; i < depth; i++) {
    const low = loadUpTo(source, width);
    const high = loadUpTo(source + 16, width - 4);
    v128.store(panel, low);
    v128.store(panel, high, 16);
    // 0 times a number is NaN where the number is NaN or infinite.
    check = f32x4.add(check, f32x4.add(f32x4.mul(low, zero), f32x4.mul(high, zero)));
    source += stride << 2;
    panel += PANEL_ROW_BYTES;
  }
  return isZero(check);
}

/**
 * The first `width` rows of a matrix [at least width, depth] as the columns of panel [depth, 8].
 */
export function packTransposed(source: usize, depth: i32, width: i32, panel: usize): bool {
  const rowBytes = depth << 2;
  const low = transposeFour(source, depth, width, panel);
  const high = transposeFour(source + 4 * rowBytes, depth, width - 4, panel + 16);
  return isZero(f32x4.add(low, high));
}

/** Four columns of the panel from four rows, of which `width` exist. Returns 0 · the sum of all. */
function transposeFour(source: usize, depth: i32, width: i32, target: usize): v128 {
  const zero = f32x4.splat(0);
  let check = zero;
  const r1 = source + (depth << 2);
  const r2 = r1 + (depth << 2);
  const r3 = r2 + (depth << 2);
  for (let i = 0; i < depth; i += 4) {
    const left = depth - i;
    const at = i << 2;
    const v0 = loadUpTo(source + at, width > 0 ? left : 0);
    const v1 = loadUpTo(r1 + at, width > 1 ? left : 0);
    const v2 = loadUpTo(r2 + at, width > 2 ? left : 0);
    const v3 = loadUpTo(r3 + at, width > 3 ? left : 0);
    const low = f32x4.add(f32x4.mul(v0, zero), f32x4.mul(v1, zero));
    const high = f32x4.add(f32x4.mul(v2, zero), f32x4.mul(v3, zero));
    check = f32x4.add(check, f32x4.add(low, high));
    v128.store(target, firstColumn(v0, v1, v2, v3));
    if (left > 1) v128.store(target, secondColumn(v0, v1, v2, v3), 32);
    if (left > 2) v128.store(target, thirdColumn(v0, v1, v2, v3), 64);
    if (left > 3) v128.store(target, fourthColumn(v0, v1, v2, v3), 96);
    target += 4 * PANEL_ROW_BYTES;
  }
  return check;
}

/** Whether no lane is NaN, of a sum of zeros. */
@inline
function isZero(values: v128): bool {
  return i32x4.all_true(f32x4.eq(values, f32x4.splat(0)));
}
