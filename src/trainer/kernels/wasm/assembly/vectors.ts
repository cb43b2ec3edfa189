/**
 * Four floats at a time, also at the end of a row where fewer are left. Missing lanes are read as 0
 * and never written, so nothing beyond a tensor is touched. Not arithmetic.
 */

/** The first `count` floats at `address`, 0 in the lanes beyond; any count, also 0 or above 4. */
@inline
export function loadUpTo(address: usize, count: i32): v128 {
  return count >= 4 ? v128.load(address) : loadPart(address, count);
}

function loadPart(address: usize, count: i32): v128 {
  if (count <= 0) return i32x4.splat(0);
  if (count == 1) return v128.load32_zero(address);
  const pair = v128.load64_zero(address);
  return count == 2 ? pair : v128.load32_lane(address, pair, 2, 8);
}

/** Stores the first `count` lanes. */
@inline
export function storeUpTo(address: usize, values: v128, count: i32): void {
  if (count >= 4) v128.store(address, values);
  else storePart(address, values, count);
}

function storePart(address: usize, values: v128, count: i32): void {
  if (count <= 0) return;
  if (count == 1) {
    v128.store32_lane(address, values, 0);
    return;
  }
  v128.store64_lane(address, values, 0);
  if (count == 3) v128.store32_lane(address, values, 2, 8);
}

/** Copies `count` floats; for a handful of them. */
export function copyFloats(target: usize, source: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    storeUpTo(target + (i << 2), loadUpTo(source + (i << 2), count - i), count - i);
  }
}

export function zeroFloats(target: usize, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    storeUpTo(target + (i << 2), i32x4.splat(0), count - i);
  }
}

/** Lanes 0 and 1 as doubles. */
@inline
export function lowDoubles(values: v128): v128 {
  return f64x2.promote_low_f32x4(values);
}

/** Lanes 2 and 3 as doubles. */
@inline
export function highDoubles(values: v128): v128 {
  return f64x2.promote_low_f32x4(i64x2.shuffle(values, values, 1, 1));
}

/** Four floats from two pairs of doubles. */
@inline
export function toFloats(low: v128, high: v128): v128 {
  return i64x2.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/**
 * Four times the same single. It goes through memory at `address`: V8 moves arithmetic whose result
 * is used only in a loop into that loop, even divisions and roots (Adam took twice the time); a
 * load stays where it stands.
 */
@inline
export function pinned(address: usize, value: f64): v128 {
  store<f32>(address, <f32>value);
  return v128.load32_splat(address);
}

/** The same for a vector. */
@inline
export function pinnedVector(address: usize, values: v128): v128 {
  v128.store(address, values);
  return v128.load(address);
}
