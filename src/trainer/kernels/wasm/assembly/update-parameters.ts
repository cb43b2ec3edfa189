/**
 * One optimiser step of weights and bias. The gradient inputᵀ · outputGradient is made in pieces of
 * about 2,000 elements that stay in the nearest cache, and each is used up at once: w and its state
 * pass through memory once.
 */
import { UpdateParameters } from './commands';
import { REST_BYTES, updatePiece } from './optimizer';
import {
  gatherColumns,
  listBytes,
  packPanel,
  PANEL_ROW_BYTES,
  TILE_COLUMNS,
  TILE_ROWS,
} from './operands';
import { multiplyTile, TILE_BYTES } from './product';
import { isSmall, multiplySmall, smallProductScratch } from './small-product';
import { loadUpTo } from './vectors';

const PIECE_FLOATS: i32 = 2048;

/** Rows of the weight matrix in a piece: whole tiles. */
function pieceRows(units: i32): i32 {
  return max((PIECE_FLOATS / units) & ~(TILE_ROWS - 1), TILE_ROWS);
}

/** In whole cache lines; the bias gradient goes there too. */
function pieceBytes(units: i32): i32 {
  return (max(pieceRows(units) * units, PIECE_FLOATS) * 4 + 63) & ~63;
}

function allPanelsBytes(units: i32, rows: i32): i32 {
  return ((units + TILE_COLUMNS - 1) / TILE_COLUMNS) * rows * PANEL_ROW_BYTES;
}

/** In this order: rest, a piece of the gradient, and what its product needs. */
export function updateScratch(call: UpdateParameters, capacity: i32): i32 {
  const units = call.units;
  const product = isSmall(call.inputs, units)
    ? smallProductScratch(capacity)
    : TILE_BYTES + allPanelsBytes(units, capacity) + listBytes(capacity);
  return REST_BYTES + pieceBytes(units) + product;
}

export function updateParameters(call: UpdateParameters, rows: i32, scratch: usize): void {
  const piece = scratch + REST_BYTES;
  const work = piece + pieceBytes(call.units);
  if (isSmall(call.inputs, call.units)) updateSmall(call, rows, scratch, piece, work);
  else updateLarge(call, rows, scratch, piece, work);
  if (call.bias) updateBias(call, rows, piece, scratch);
}

/** The whole gradient is one piece [inputs, units]. */
function updateSmall(
  call: UpdateParameters,
  rows: i32,
  rest: usize,
  piece: usize,
  work: usize,
): void {
  const inputs = call.inputs;
  const units = call.units;
  const unitBytes = units << 2;
  const dy = call.outputGradient;
  multiplySmall(
    call.input,
    4,
    inputs << 2,
    dy,
    unitBytes,
    0,
    piece,
    unitBytes,
    inputs,
    rows,
    units,
    work,
  );
  updateWeights(call, 0, inputs * units, piece, rest);
}

/**
 * In pieces [pieceRows, units]; the gradient of four rows at a time is a product with all panels.
 */
function updateLarge(
  call: UpdateParameters,
  rows: i32,
  rest: usize,
  piece: usize,
  work: usize,
): void {
  const units = call.units;
  const panels = work + TILE_BYTES;
  const list = panels + allPanelsBytes(units, rows);
  const inFull = !packGradient(call.outputGradient, rows, units, panels);
  const height = pieceRows(units);
  for (let row = 0; row < call.inputs; row += height) {
    const count = min(call.inputs - row, height);
    for (let i = 0; i < count; i += TILE_ROWS) {
      const exist = min(count - i, TILE_ROWS);
      const input = call.input + ((row + i) << 2);
      gatherColumns(input, call.inputs << 2, exist, rows, inFull, list);
      multiplyRows(list, panels, rows, units, piece + ((i * units) << 2), exist, work);
    }
    updateWeights(call, row * units, count * units, piece, rest);
  }
}

/** outputGradient [rows, units] as panels [units / 8, rows, 8]. Returns whether all is finite. */
function packGradient(gradient: usize, rows: i32, units: i32, panels: usize): bool {
  let finite = true;
  for (let column = 0; column < units; column += TILE_COLUMNS) {
    const width = min(units - column, TILE_COLUMNS);
    finite = packPanel(gradient + (column << 2), units, rows, width, panels) && finite;
    panels += rows * PANEL_ROW_BYTES;
  }
  return finite;
}

/** Up to four rows of the gradient, from their list, into `target` [4, units]. */
function multiplyRows(
  list: usize,
  panels: usize,
  rows: i32,
  units: i32,
  target: usize,
  height: i32,
  tile: usize,
): void {
  for (let column = 0; column < units; column += TILE_COLUMNS) {
    const width = min(units - column, TILE_COLUMNS);
    multiplyTile(list, panels, 0, target + (column << 2), units << 2, height, width, tile);
    panels += rows * PANEL_ROW_BYTES;
  }
}

function updateWeights(
  call: UpdateParameters,
  start: i32,
  count: i32,
  gradient: usize,
  rest: usize,
): void {
  const at = <usize>(start << 2);
  const m = call.first ? call.first + at : 0;
  const v = call.second ? call.second + at : 0;
  const w = call.weights + at;
  updatePiece(call.rule, w, m, v, gradient, count, true, call.slots, call.constants, rest);
}

/** The bias takes the column sums of the gradient and the rule alone, in pieces of 8. */
function updateBias(call: UpdateParameters, rows: i32, sums: usize, rest: usize): void {
  const units = call.units;
  for (let column = 0; column < units; column += TILE_COLUMNS) {
    const width = min(units - column, TILE_COLUMNS);
    const at = <usize>(column << 2);
    for (let i = 0; i < width; i += 4) {
      sumColumns(call.outputGradient + at + (i << 2), rows, units, width - i, sums + (i << 2));
    }
    const m = call.biasFirst ? call.biasFirst + at : 0;
    const v = call.biasSecond ? call.biasSecond + at : 0;
    const b = call.bias + at;
    updatePiece(call.rule, b, m, v, sums, width, false, call.slots, call.constants, rest);
  }
}

/** sums [4] of at most four columns of a matrix [rows, stride] */
function sumColumns(source: usize, rows: i32, stride: i32, width: i32, sums: usize): void {
  let sum = f32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    sum = f32x4.add(sum, loadUpTo(source, width));
    source += stride << 2;
  }
  v128.store(sums, sum);
}
