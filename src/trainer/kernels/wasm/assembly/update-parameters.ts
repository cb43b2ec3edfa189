/**
 * One optimiser step of weights and bias. The gradient inputᵀ · outputGradient is made in pieces of about
 * 1,000 elements that stay in the nearest cache, and each is used up at once: w and its state pass
 * through memory once.
 */
import { UpdateParameters } from './commands';
import { REST_BYTES, updatePiece } from './optimizer';
import {
  ENTRY_BYTES,
  gatherPair,
  multiplyTile,
  packPanel,
  TILE_BYTES,
  TILE_COLUMNS,
} from './product';

const PIECE_FLOATS: i32 = 1024;

/** Rows of the weight matrix in a piece: even, so that they can be taken in pairs. */
function pieceRows(units: i32): i32 {
  return max((PIECE_FLOATS / units) & ~1, 2);
}

function panelsOf(units: i32): i32 {
  return (units + TILE_COLUMNS - 1) / TILE_COLUMNS;
}

/** In whole cache lines. */
function pieceBytes(units: i32): i32 {
  return (pieceRows(units) * units * 4 + 63) & ~63;
}

/** In this order: a tile, 16 zeros, rest, panels, piece, list. */
export function updateScratch(units: i32, capacity: i32): i32 {
  const panels = panelsOf(units) * capacity * 64;
  const list = capacity * ENTRY_BYTES + 16;
  return TILE_BYTES + 64 + REST_BYTES + panels + pieceBytes(units) + list;
}

export function updateParameters(call: UpdateParameters, rows: i32, scratch: usize): void {
  const units = call.units;
  const zeros = scratch + TILE_BYTES;
  const rest = zeros + 64;
  const panels = rest + REST_BYTES;
  const piece = panels + panelsOf(units) * rows * 64;
  const list = piece + pieceBytes(units);
  memory.fill(zeros, 0, 64);
  const inFull = !packGradient(call.outputGradient, rows, units, panels);
  const height = pieceRows(units);
  // pieces of `height` rows of the weights
  for (let row = 0; row < call.inputs; row += height) {
    const count = min(call.inputs - row, height);
    for (let i = 0; i < count; i += 2) {
      const left = min(count - i, 2);
      const input = call.input + ((row + i) << 2);
      gatherPair(input, left == 2 ? input + 4 : input, call.inputs << 2, rows, inFull, list);
      multiplyRowPair(list, panels, zeros, rows, units, piece + ((i * units) << 2), left, scratch);
    }
    updateWeights(call, row * units, count * units, piece, rest);
  }
  if (call.bias) updateBias(call, rows, panels, piece, rest);
}

/** outputGradient [rows, units] as panels [units / 16, rows, 16]. Returns whether all is finite. */
function packGradient(gradient: usize, rows: i32, units: i32, panels: usize): bool {
  let finite = true;
  for (let column = 0; column < units; column += TILE_COLUMNS) {
    const width = min(units - column, TILE_COLUMNS);
    const panel = panels + ((column * rows) << 2);
    finite = packPanel(gradient + (column << 2), units, rows, width, panel) && finite;
  }
  return finite;
}

/** One or two rows of the gradient, from their list, into `target` [2, units]. */
function multiplyRowPair(
  list: usize,
  panels: usize,
  zeros: usize,
  rows: i32,
  units: i32,
  target: usize,
  count: i32,
  tile: usize,
): void {
  for (let column = 0; column < units; column += TILE_COLUMNS) {
    const width = min(units - column, TILE_COLUMNS);
    const panel = panels + ((column * rows) << 2);
    const first = target + (column << 2);
    const second = first + (units << 2);
    multiplyTile(list, panel, zeros, first, second, count == 2, width, tile);
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

/** The bias takes the column sums of the gradient and the rule alone, in pieces of 16. */
function updateBias(
  call: UpdateParameters,
  rows: i32,
  panels: usize,
  sums: usize,
  rest: usize,
): void {
  for (let column = 0; column < call.units; column += TILE_COLUMNS) {
    const width = min(call.units - column, TILE_COLUMNS);
    sumRows(panels + ((column * rows) << 2), rows, sums);
    const at = <usize>(column << 2);
    const m = call.biasFirst ? call.biasFirst + at : 0;
    const v = call.biasSecond ? call.biasSecond + at : 0;
    const b = call.bias + at;
    updatePiece(call.rule, b, m, v, sums, width, false, call.slots, call.constants, rest);
  }
}

/** sums [16] of panel [rows, 16] */
function sumRows(panel: usize, rows: i32, sums: usize): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let row = 0; row < rows; row++) {
    s0 = f32x4.add(s0, v128.load(panel));
    s1 = f32x4.add(s1, v128.load(panel, 16));
    s2 = f32x4.add(s2, v128.load(panel, 32));
    s3 = f32x4.add(s3, v128.load(panel, 48));
    panel += 64;
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
}
