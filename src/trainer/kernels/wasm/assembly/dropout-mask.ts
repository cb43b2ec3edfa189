/**
 * Multiplies activations or gradients by a dropout mask: 1 / keep where a unit is kept, 0 where it
 * is dropped (so NaN stays NaN). The mask is a hash of (key, row, unit), recomputed whenever it is
 * needed, or a given array. keep = 1 leaves everything as it is.
 */
import { GOLDEN, mixBitsOfFour, rowKey } from './random';
import { loadUpTo, pinned, storeUpTo } from './vectors';

/** values [rows, units], in place. Both addresses are 0 where nothing is dropped. */
export function applyMask(
  values: usize,
  rows: i32,
  units: i32,
  keep: f64,
  maskKey: usize,
  given: usize,
  scratch: usize,
): void {
  if (keep == 1) return;
  const scale = pinned(scratch, 1 / keep);
  if (given) {
    applyGivenMask(values, rows * units, given, scale);
  } else if (maskKey) {
    store<i32>(scratch, <i32>floor<f64>(keep * 16777216 + 0.5), 4);
    const threshold = v128.load32_splat(scratch, 4);
    applyHashedMask(values, rows, units, load<i32>(maskKey), threshold, scale);
  }
}

function applyGivenMask(values: usize, count: i32, given: usize, scale: v128): void {
  for (let i = 0; i < count; i += 4) {
    const at = values + (i << 2);
    const kept = f32x4.ne(loadUpTo(given + (i << 2), count - i), f32x4.splat(0));
    const scaled = f32x4.mul(loadUpTo(at, count - i), v128.and(scale, kept));
    storeUpTo(at, scaled, count - i);
  }
}

/** Unit u of row r is kept when elementBits(rowKey(key, r), u) >>> 8 < keepThreshold(keep). */
function applyHashedMask(
  values: usize,
  rows: i32,
  units: i32,
  key: i32,
  threshold: v128,
  scale: v128,
): void {
  const step = i32x4.splat(GOLDEN * 4);
  let at = values;
  for (let row = 0; row < rows; row++) {
    const firstFour = i32x4.mul(i32x4(1, 2, 3, 4), i32x4.splat(GOLDEN));
    let counter = i32x4.add(i32x4.splat(rowKey(key, row)), firstFour);
    for (let unit = 0; unit < units; unit += 4) {
      const left = min(units - unit, 4);
      const kept = i32x4.lt_s(i32x4.shr_u(mixBitsOfFour(counter), 8), threshold);
      storeUpTo(at, f32x4.mul(loadUpTo(at, left), v128.and(scale, kept)), left);
      counter = i32x4.add(counter, step);
      at += left << 2;
    }
  }
}
