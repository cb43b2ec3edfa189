/**
 * The matrix product of large layers: tiles of 2 rows by 16 columns held in eight registers, so that
 * arithmetic and not memory is the limit. small-product.ts has the one of small layers.
 *
 * - The second factor is copied into panels of 16 columns: contiguous, padded with 0, so that any width
 *   is right and neighbouring rows do not fight over cache lines.
 * - The first factor becomes, for each pair of its rows, a list of the places where either is not 0. Pixels
 *   and ReLU units are mostly 0. Leaving out x = 0 changes no bit: sums start at +0 and 0 * w adds ±0. Only
 *   where the panel holds NaN or infinity would it, so such a panel is multiplied in full.
 *
 * A sum runs over the shared axis in order, so it does not depend on rows, lanes or widths.
 */
import { copyFloats, loadUpTo } from './vectors';

export const TILE_COLUMNS: i32 = 16;
export const PANEL_ROW_BYTES: i32 = 64;
/** A list entry: both factors and the offset of the row in the panel. */
const ENTRY_BYTES: i32 = 12;
/** 2 x 16 floats: where a tile goes that is wider than what it fills. */
export const TILE_BYTES: i32 = 128;
/** Rows of the first factor for which lists are kept at once. */
const BLOCK_ROWS: i32 = 32;

/** A panel has a last row of zeros, which a list of odd length ends with. */
export function panelBytes(depth: i32): i32 {
  return (depth + 1) * PANEL_ROW_BYTES;
}

/** The list's length in bytes, and its entries. */
export function listBytes(depth: i32): i32 {
  return (depth + 2) * ENTRY_BYTES + 4;
}

/** Bytes that multiplyLarge needs. */
export function largeProductScratch(depth: i32): i32 {
  const lists = (BLOCK_ROWS / 2) * listBytes(depth);
  return TILE_BYTES + PANEL_ROW_BYTES + panelBytes(depth) + lists;
}

/**
 * result [rows, columns] = a [rows, depth] · b + bias, where b is [depth, columns] or, transposed,
 * [columns, depth]. bias [columns] may be absent (0).
 */
export function multiplyLarge(
  a: usize,
  b: usize,
  transposed: bool,
  bias: usize,
  result: usize,
  rows: i32,
  depth: i32,
  columns: i32,
  scratch: usize,
): void {
  const biasPanel = scratch + TILE_BYTES;
  const panel = biasPanel + PANEL_ROW_BYTES;
  const lists = panel + panelBytes(depth);
  // blocks of 32 rows
  for (let row = 0; row < rows; row += BLOCK_ROWS) {
    const blockRows = min(rows - row, BLOCK_ROWS);
    const block = a + ((row * depth) << 2);
    let inFull = false;
    gatherBlock(block, blockRows, depth, inFull, lists);
    // panels of 16 columns
    for (let column = 0; column < columns; column += TILE_COLUMNS) {
      const width = min(columns - column, TILE_COLUMNS);
      packBias(bias, column, width, biasPanel);
      const finite = transposed
        ? packTransposed(b + ((column * depth) << 2), depth, width, TILE_COLUMNS, panel)
        : packPanel(b + (column << 2), columns, depth, width, panel);
      if (inFull == finite) {
        inFull = !finite;
        gatherBlock(block, blockRows, depth, inFull, lists);
      }
      const target = result + ((row * columns + column) << 2);
      multiplyBlock(lists, blockRows, depth, panel, biasPanel, target, columns, width, scratch);
    }
  }
}

/** The lists of one block's row pairs against one panel. */
function multiplyBlock(
  lists: usize,
  rows: i32,
  depth: i32,
  panel: usize,
  bias: usize,
  target: usize,
  columns: i32,
  width: i32,
  tile: usize,
): void {
  for (let row = 0; row < rows; row += 2) {
    const list = lists + (row >> 1) * listBytes(depth);
    const paired = row + 1 < rows;
    const result = target + ((row * columns) << 2);
    multiplyTile(list, panel, bias, result, result + (columns << 2), paired, width, tile);
  }
}

/**
 * One tile of a listed pair of rows, into `first` and `second` (if `paired`), of which `width` columns
 * exist. bias [16] may be absent (0).
 */
export function multiplyTile(
  list: usize,
  panel: usize,
  bias: usize,
  first: usize,
  second: usize,
  paired: bool,
  width: i32,
  tile: usize,
): void {
  const wide = width == TILE_COLUMNS;
  const firstTarget = wide ? first : tile;
  const secondTarget = wide && paired ? second : tile + PANEL_ROW_BYTES;
  multiplyPair(list, panel, bias, firstTarget, secondTarget);
  if (wide) return;
  copyFloats(first, tile, width);
  if (paired) copyFloats(second, tile + PANEL_ROW_BYTES, width);
}

/** first, second [16] = bias [16] + the sum over the list of its two factors times a row of the panel. */
function multiplyPair(list: usize, panel: usize, bias: usize, first: usize, second: usize): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  let entry = list + 4;
  const end = entry + load<i32>(list);
  // two entries at a time; the list is of even length
  while (entry < end) {
    let row = panel + load<u32>(entry, 8);
    let a = v128.load32_splat(entry);
    let b = v128.load32_splat(entry, 4);
    let w = v128.load(row);
    a0 = f32x4.add(a0, f32x4.mul(a, w));
    b0 = f32x4.add(b0, f32x4.mul(b, w));
    w = v128.load(row, 16);
    a1 = f32x4.add(a1, f32x4.mul(a, w));
    b1 = f32x4.add(b1, f32x4.mul(b, w));
    w = v128.load(row, 32);
    a2 = f32x4.add(a2, f32x4.mul(a, w));
    b2 = f32x4.add(b2, f32x4.mul(b, w));
    w = v128.load(row, 48);
    a3 = f32x4.add(a3, f32x4.mul(a, w));
    b3 = f32x4.add(b3, f32x4.mul(b, w));
    row = panel + load<u32>(entry, 20);
    a = v128.load32_splat(entry, 12);
    b = v128.load32_splat(entry, 16);
    w = v128.load(row);
    a0 = f32x4.add(a0, f32x4.mul(a, w));
    b0 = f32x4.add(b0, f32x4.mul(b, w));
    w = v128.load(row, 16);
    a1 = f32x4.add(a1, f32x4.mul(a, w));
    b1 = f32x4.add(b1, f32x4.mul(b, w));
    w = v128.load(row, 32);
    a2 = f32x4.add(a2, f32x4.mul(a, w));
    b2 = f32x4.add(b2, f32x4.mul(b, w));
    w = v128.load(row, 48);
    a3 = f32x4.add(a3, f32x4.mul(a, w));
    b3 = f32x4.add(b3, f32x4.mul(b, w));
    entry += 2 * ENTRY_BYTES;
  }
  storeRow(first, bias, a0, a1, a2, a3);
  storeRow(second, bias, b0, b1, b2, b3);
}

@inline
function storeRow(target: usize, bias: usize, v0: v128, v1: v128, v2: v128, v3: v128): void {
  if (bias) {
    v0 = f32x4.add(v0, v128.load(bias));
    v1 = f32x4.add(v1, v128.load(bias, 16));
    v2 = f32x4.add(v2, v128.load(bias, 32));
    v3 = f32x4.add(v3, v128.load(bias, 48));
  }
  v128.store(target, v0);
  v128.store(target, v1, 16);
  v128.store(target, v2, 32);
  v128.store(target, v3, 48);
}

/** Lists of the row pairs of a block [rows, depth]; the last row of an odd block is paired with itself. */
function gatherBlock(block: usize, rows: i32, depth: i32, inFull: bool, lists: usize): void {
  const rowBytes = depth << 2;
  for (let row = 0; row < rows; row += 2) {
    const first = block + row * rowBytes;
    const second = row + 1 < rows ? first + rowBytes : first;
    gatherPair(first, second, 4, depth, inFull, lists + (row >> 1) * listBytes(depth));
  }
}

/**
 * The list of two vectors whose elements lie `stride` bytes apart: its length in bytes, then an entry for
 * every place where either is not 0 (NaN is not 0), or for every place if `inFull`.
 */
export function gatherPair(
  first: usize,
  second: usize,
  stride: i32,
  depth: i32,
  inFull: bool,
  list: usize,
): void {
  const start = list + 4;
  let entry = start;
  let offset = 0;
  for (let i = 0; i < depth; i++) {
    const a = load<f32>(first);
    const b = load<f32>(second);
    // Written always and kept if wanted: a branch here would be mispredicted at every edge of a digit.
    store<f32>(entry, a);
    store<f32>(entry, b, 4);
    store<i32>(entry, offset, 8);
    entry += ENTRY_BYTES * (i32(a != 0) | i32(b != 0) | i32(inFull));
    first += stride;
    second += stride;
    offset += PANEL_ROW_BYTES;
  }
  // Made even by 0 times the panel's row of zeros.
  store<f32>(entry, 0);
  store<f32>(entry, 0, 4);
  store<i32>(entry, offset, 8);
  const bytes = <i32>(entry - start);
  store<i32>(list, bytes % (2 * ENTRY_BYTES) == 0 ? bytes : bytes + ENTRY_BYTES);
}

function packBias(bias: usize, column: i32, width: i32, panel: usize): void {
  for (let i = 0; i < TILE_COLUMNS; i += 4) {
    const at = bias + ((column + i) << 2);
    v128.store(panel + (i << 2), loadUpTo(at, bias ? width - i : 0));
  }
}

/**
 * `width` columns from `source`, a matrix of `stride` columns, into panel [depth + 1, 16]. Returns whether
 * all are finite.
 */
export function packPanel(
  source: usize,
  stride: i32,
  depth: i32,
  width: i32,
  panel: usize,
): bool {
  let check = f32x4.splat(0);
  for (let i = 0; i < depth; i++) {
    const v0 = loadUpTo(source, width);
    const v1 = loadUpTo(source + 16, width - 4);
    const v2 = loadUpTo(source + 32, width - 8);
    const v3 = loadUpTo(source + 48, width - 12);
    v128.store(panel, v0);
    v128.store(panel, v1, 16);
    v128.store(panel, v2, 32);
    v128.store(panel, v3, 48);
    check = f32x4.add(check, zerosIfFinite(v0, v1, v2, v3));
    source += stride << 2;
    panel += PANEL_ROW_BYTES;
  }
  storeZeros(panel);
  return isZero(check);
}

/**
 * `width` rows of a matrix [width, depth] as columns of panel [depth + 1, 16], of which the first
 * `padded` are set (a multiple of 4).
 */
export function packTransposed(
  source: usize,
  depth: i32,
  width: i32,
  padded: i32,
  panel: usize,
): bool {
  let check = f32x4.splat(0);
  // 4 columns by 4 rows at a time
  for (let column = 0; column < padded; column += 4) {
    const r0 = source + ((column * depth) << 2);
    const r1 = r0 + (depth << 2);
    const r2 = r1 + (depth << 2);
    const r3 = r2 + (depth << 2);
    let target = panel + (column << 2);
    for (let i = 0; i < depth; i += 4) {
      const left = depth - i;
      const at = i << 2;
      const v0 = loadUpTo(r0 + at, column < width ? left : 0);
      const v1 = loadUpTo(r1 + at, column + 1 < width ? left : 0);
      const v2 = loadUpTo(r2 + at, column + 2 < width ? left : 0);
      const v3 = loadUpTo(r3 + at, column + 3 < width ? left : 0);
      check = f32x4.add(check, zerosIfFinite(v0, v1, v2, v3));
      storeTransposed(target, v0, v1, v2, v3, left);
      target += 4 * PANEL_ROW_BYTES;
    }
  }
  storeZeros(panel + depth * PANEL_ROW_BYTES);
  return isZero(check);
}

/** Four rows of four as columns of the panel; only `count` panel rows exist. */
@inline
function storeTransposed(target: usize, v0: v128, v1: v128, v2: v128, v3: v128, count: i32): void {
  const t0 = i32x4.shuffle(v0, v1, 0, 4, 1, 5);
  const t1 = i32x4.shuffle(v2, v3, 0, 4, 1, 5);
  const t2 = i32x4.shuffle(v0, v1, 2, 6, 3, 7);
  const t3 = i32x4.shuffle(v2, v3, 2, 6, 3, 7);
  v128.store(target, i64x2.shuffle(t0, t1, 0, 2));
  if (count > 1) v128.store(target + PANEL_ROW_BYTES, i64x2.shuffle(t0, t1, 1, 3));
  if (count > 2) v128.store(target + 2 * PANEL_ROW_BYTES, i64x2.shuffle(t2, t3, 0, 2));
  if (count > 3) v128.store(target + 3 * PANEL_ROW_BYTES, i64x2.shuffle(t2, t3, 1, 3));
}

@inline
function storeZeros(panelRow: usize): void {
  const zero = i32x4.splat(0);
  v128.store(panelRow, zero);
  v128.store(panelRow, zero, 16);
  v128.store(panelRow, zero, 32);
  v128.store(panelRow, zero, 48);
}

/** 0 times a number is NaN where the number is NaN or infinite. */
@inline
function zerosIfFinite(v0: v128, v1: v128, v2: v128, v3: v128): v128 {
  const zero = f32x4.splat(0);
  const low = f32x4.add(f32x4.mul(v0, zero), f32x4.mul(v1, zero));
  const high = f32x4.add(f32x4.mul(v2, zero), f32x4.mul(v3, zero));
  return f32x4.add(low, high);
}

/** Whether no lane is NaN, of a sum of zeros. */
@inline
function isZero(values: v128): bool {
  return i32x4.all_true(f32x4.eq(values, f32x4.splat(0)));
}
