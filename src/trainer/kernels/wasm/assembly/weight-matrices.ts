/**
 * Kernels over a weight matrix alone: max-norm and the sums that are reported. Sums in double
 * precision.
 */
import { COLUMN_LIMIT } from '../layout';
import { LimitColumns, ReduceFigures } from './commands';
import { slot } from './slots';
import { highDoubles, loadUpTo, lowDoubles, storeUpTo } from './vectors';

/** A sum of squares (f64) and a factor (f32) for each column, in whole vectors. */
export function limitScratch(units: i32): i32 {
  return (units + 3) * 12 + 16;
}

/** Every column w ← w · min(1, limit / ‖w‖). */
export function limitColumns(call: LimitColumns, scratch: usize): void {
  const limit = slot(call.slots, COLUMN_LIMIT);
  if (limit == Infinity) return;
  const units = call.units;
  const padded = (units + 3) & ~3;
  const squares = scratch;
  const factors = scratch + (padded << 3);
  memory.fill(squares, 0, padded << 3);
  addSquares(call.weights, call.inputs, units, squares);
  const any = findFactors(squares, padded, limit, factors);
  if (any) scale(call.weights, call.inputs, units, factors);
}

/** squares [units] += w² over the rows of weights [inputs, units] */
function addSquares(weights: usize, inputs: i32, units: i32, squares: usize): void {
  for (let row = 0; row < inputs; row++) {
    for (let unit = 0; unit < units; unit += 4) {
      const w = loadUpTo(weights + (unit << 2), units - unit);
      const at = squares + (unit << 3);
      const low = lowDoubles(w);
      const high = highDoubles(w);
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(low, low)));
      v128.store(at, f64x2.add(v128.load(at, 16), f64x2.mul(high, high)), 16);
    }
    weights += units << 2;
  }
}

/** factors [units] = min(1, limit / √squares). Returns whether any is not 1. */
function findFactors(squares: usize, units: i32, limit: f64, factors: usize): bool {
  let any = false;
  for (let unit = 0; unit < units; unit++) {
    const norm = sqrt<f64>(load<f64>(squares + (unit << 3)));
    const within = norm <= limit;
    store<f32>(factors + (unit << 2), within ? 1 : <f32>(limit / norm));
    any = any || !within;
  }
  return any;
}

/** weights [inputs, units] *= factors [units] */
function scale(weights: usize, inputs: i32, units: i32, factors: usize): void {
  for (let row = 0; row < inputs; row++) {
    for (let unit = 0; unit < units; unit += 4) {
      const at = weights + (unit << 2);
      const w = loadUpTo(at, units - unit);
      storeUpTo(at, f32x4.mul(w, v128.load(factors + (unit << 2))), units - unit);
    }
    weights += units << 2;
  }
}

/** figures = [Σ|w|, Σw², number of weights equal to 0, number not finite] */
export function reduceFigures(call: ReduceFigures): void {
  let absolute = f64x2.splat(0);
  let squares = absolute;
  let zeros = i32x4.splat(0);
  let wild = zeros;
  const count = call.count;
  for (let i = 0; i < count; i += 4) {
    const w = loadUpTo(call.weights + (i << 2), count - i);
    const size = f32x4.abs(w);
    const low = lowDoubles(size);
    const high = highDoubles(size);
    absolute = f64x2.add(absolute, f64x2.add(low, high));
    squares = f64x2.add(squares, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
    // A comparison that holds is -1.
    zeros = i32x4.sub(zeros, f32x4.eq(w, f32x4.splat(0)));
    wild = i32x4.add(i32x4.sub(wild, i32x4.splat(-1)), f32x4.lt(size, f32x4.splat(Infinity)));
  }
  const missingLanes = -count & 3;
  store<f32>(call.figures, <f32>sumOfDoubles(absolute));
  store<f32>(call.figures, <f32>sumOfDoubles(squares), 4);
  store<f32>(call.figures, <f32>(sumOfIntegers(zeros) - missingLanes), 8);
  store<f32>(call.figures, <f32>sumOfIntegers(wild), 12);
}

function sumOfDoubles(values: v128): f64 {
  return f64x2.extract_lane(values, 0) + f64x2.extract_lane(values, 1);
}

function sumOfIntegers(values: v128): i32 {
  const even = i32x4.extract_lane(values, 0) + i32x4.extract_lane(values, 2);
  return even + i32x4.extract_lane(values, 1) + i32x4.extract_lane(values, 3);
}
