/**
 * The counter-based hash of src/base/random.ts in integers of WASM, one at a time and four at a
 * time: the same bits as there and in the shaders; change all three together.
 */

export const GOLDEN: i32 = 0x9e3779b9;

function mixBits(value: i32): i32 {
  let h = value;
  h = (h ^ (h >>> 16)) * 0x7feb352d;
  h = (h ^ (h >>> 15)) * <i32>0x846ca68b;
  return h ^ (h >>> 16);
}

/** Key of one row below `key`. */
export function rowKey(key: i32, row: i32): i32 {
  return mixBits(key + (row + 1) * <i32>0x85ebca6b);
}

/** mixBits of four integers. */
@inline
export function mixBitsOfFour(values: v128): v128 {
  let h = values;
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x7feb352d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(h, i32x4.shr_u(h, 16));
}
