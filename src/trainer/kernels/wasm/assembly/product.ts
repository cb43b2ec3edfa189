/**
 * The matrix product of large layers: tiles of 4 rows by 8 columns held in eight registers, so that
 * arithmetic and not memory is the limit. operands.ts says in what form the factors come, and why
 * zeros may be left out; small-product.ts has the product of small layers.
 *
 * A sum runs over the shared axis in order, so it does not depend on rows, lanes or widths.
 */
import {
  ENTRY_BYTES,
  gatherBlock,
  listBytes,
  packBias,
  packPanel,
  packTransposed,
  PANEL_ROW_BYTES,
  TILE_COLUMNS,
  TILE_ROWS,
} from './operands';
import { copyFloats } from './vectors';

/** Where a tile goes of which only a part exists. */
export const TILE_BYTES: i32 = 128;
/** Rows of the first factor for which lists are kept at once. */
const BLOCK_ROWS: i32 = 64;

/** Bytes that multiplyLarge needs: a tile, the bias, a panel and lists. */
export function largeProductScratch(depth: i32): i32 {
  const lists = (BLOCK_ROWS / TILE_ROWS) * listBytes(depth);
  return TILE_BYTES + PANEL_ROW_BYTES + depth * PANEL_ROW_BYTES + lists;
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
  const lists = panel + depth * PANEL_ROW_BYTES;
  // blocks of 64 rows
  for (let row = 0; row < rows; row += BLOCK_ROWS) {
    const blockRows = min(rows - row, BLOCK_ROWS);
    const block = a + ((row * depth) << 2);
    let inFull = false;
    gatherBlock(block, blockRows, depth, inFull, lists);
    // panels of 8 columns
    for (let column = 0; column < columns; column += TILE_COLUMNS) {
      const width = min(columns - column, TILE_COLUMNS);
      packBias(bias, column, width, biasPanel);
      const finite = transposed
        ? packTransposed(b + ((column * depth) << 2), depth, width, panel)
        : packPanel(b + (column << 2), columns, depth, width, panel);
      if (inFull == finite) {
        inFull = !finite;
        gatherBlock(block, blockRows, depth, inFull, lists);
      }
      const target = result + ((row * columns + column) << 2);
      multiplyBlock(
        lists,
        blockRows,
        depth,
        panel,
        biasPanel,
        target,
        columns << 2,
        width,
        scratch,
      );
    }
  }
}

/** The lists of one block against one panel. */
function multiplyBlock(
  lists: usize,
  rows: i32,
  depth: i32,
  panel: usize,
  bias: usize,
  target: usize,
  stride: i32,
  width: i32,
  tile: usize,
): void {
  for (let row = 0; row < rows; row += TILE_ROWS) {
    multiplyTile(lists, panel, bias, target, stride, min(rows - row, TILE_ROWS), width, tile);
    lists += listBytes(depth);
    target += TILE_ROWS * stride;
  }
}

/**
 * One tile of which `height` rows and `width` columns exist, to `target`, whose rows are `stride`
 * bytes apart. bias [8] may be absent (0).
 */
export function multiplyTile(
  list: usize,
  panel: usize,
  bias: usize,
  target: usize,
  stride: i32,
  height: i32,
  width: i32,
  tile: usize,
): void {
  if (height == TILE_ROWS && width == TILE_COLUMNS) {
    multiplyFour(list, panel, bias, target, stride);
    return;
  }
  multiplyFour(list, panel, bias, tile, PANEL_ROW_BYTES);
  for (let row = 0; row < height; row++) {
    copyFloats(target, tile, width);
    target += stride;
    tile += PANEL_ROW_BYTES;
  }
}

/**
 * target [4, 8] = bias [8] + the sum over the list of its four factors times a row of the panel.
 * Not unrolled: V8 would reorder the loads and run out of registers.
 */
function multiplyFour(list: usize, panel: usize, bias: usize, target: usize, stride: i32): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let c0 = a0;
  let c1 = a0;
  let d0 = a0;
  let d1 = a0;
  let entry = list + 4;
  const end = entry + load<i32>(list);
  while (entry < end) {
    const row = panel + load<u32>(entry, 16);
    const w0 = v128.load(row);
    const w1 = v128.load(row, 16);
    let x = v128.load32_splat(entry);
    a0 = f32x4.add(a0, f32x4.mul(x, w0));
    a1 = f32x4.add(a1, f32x4.mul(x, w1));
    x = v128.load32_splat(entry, 4);
    b0 = f32x4.add(b0, f32x4.mul(x, w0));
    b1 = f32x4.add(b1, f32x4.mul(x, w1));
    x = v128.load32_splat(entry, 8);
    c0 = f32x4.add(c0, f32x4.mul(x, w0));
    c1 = f32x4.add(c1, f32x4.mul(x, w1));
    x = v128.load32_splat(entry, 12);
    d0 = f32x4.add(d0, f32x4.mul(x, w0));
    d1 = f32x4.add(d1, f32x4.mul(x, w1));
    entry += ENTRY_BYTES;
  }
  storeRow(target, bias, a0, a1);
  storeRow(target + stride, bias, b0, b1);
  storeRow(target + 2 * stride, bias, c0, c1);
  storeRow(target + 3 * stride, bias, d0, d1);
}

@inline
function storeRow(target: usize, bias: usize, low: v128, high: v128): void {
  v128.store(target, bias ? f32x4.add(low, v128.load(bias)) : low);
  v128.store(target, bias ? f32x4.add(high, v128.load(bias, 16)) : high, 16);
}
