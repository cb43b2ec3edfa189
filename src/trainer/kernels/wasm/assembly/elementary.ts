/**
 * exp and log in double precision, two at a time: the same expressions in the same order as
 * src/base/elementary.ts, so the same bits, on every engine. AssemblyScript's own Math is not used:
 * it differs, and its tables are a data segment, which would be written over tfjs' data.
 */

const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;
const ROUNDING: f64 = 6755399441055744;

/**
 * e^x for x <= 0, as softmax wants it; relative error below 2e-14. Below -700 it stays at e^-700, which
 * is nothing beside the largest exponential of a row, 1. NaN stays NaN.
 */
@inline
export function expOfNegative(x: v128): v128 {
  const bounded = f64x2.pmax(x, f64x2.splat(-700));
  // Adding 1.5 · 2^52 rounds to a whole number k, and leaves it in the low bits.
  const rounded = f64x2.add(f64x2.mul(bounded, f64x2.splat(INVERSE_LN2)), f64x2.splat(ROUNDING));
  const k = f64x2.sub(rounded, f64x2.splat(ROUNDING));
  const high = f64x2.sub(bounded, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
  const r = f64x2.sub(high, f64x2.mul(k, f64x2.splat(LN2_LOW)));
  return i64x2.add(exponentialSeries(r), i64x2.shl(rounded, 52));
}

/** s · r + c */
@inline
function step(s: v128, r: v128, c: f64): v128 {
  return f64x2.add(f64x2.mul(s, r), f64x2.splat(c));
}

/** Taylor series of e^r, degree 11: truncation below 7e-15 for |r| <= 0.35. */
@inline
function exponentialSeries(r: v128): v128 {
  let s = f64x2.splat(1.0 / 39916800.0);
  s = step(s, r, 1.0 / 3628800.0);
  s = step(s, r, 1.0 / 362880.0);
  s = step(s, r, 1.0 / 40320.0);
  s = step(s, r, 1.0 / 5040.0);
  s = step(s, r, 1.0 / 720.0);
  s = step(s, r, 1.0 / 120.0);
  s = step(s, r, 1.0 / 24.0);
  s = step(s, r, 1.0 / 6.0);
  s = step(s, r, 0.5);
  s = step(s, r, 1.0);
  return step(s, r, 1.0);
}

/** Natural logarithm of normal positive numbers; NaN stays NaN. */
export function log(x: v128): v128 {
  const exponentBits = i64x2.sub(i64x2.shr_u(x, 52), i64x2.splat(1023));
  const mantissaBits = v128.and(x, i64x2.splat(0x000fffffffffffff));
  let mantissa = v128.or(mantissaBits, i64x2.splat(0x3ff0000000000000));
  const upper = f64x2.gt(mantissa, f64x2.splat(1.4142135623730951));
  mantissa = v128.bitselect(f64x2.mul(mantissa, f64x2.splat(0.5)), mantissa, upper);
  // upper is -1 where it holds; the exponents fit into the low halves.
  const whole = i64x2.sub(exponentBits, upper);
  const exponent = f64x2.convert_low_i32x4_s(i32x4.shuffle(whole, whole, 0, 2, 0, 2));
  const one = f64x2.splat(1);
  const s = f64x2.div(f64x2.sub(mantissa, one), f64x2.add(mantissa, one));
  const z = f64x2.mul(s, s);
  const sum = artanhSeries(z);
  const twice = f64x2.mul(f64x2.splat(2), s);
  const rest = f64x2.mul(f64x2.mul(twice, z), sum);
  const low = f64x2.add(rest, f64x2.mul(exponent, f64x2.splat(LN2_LOW)));
  const high = f64x2.mul(exponent, f64x2.splat(LN2_HIGH));
  const result = f64x2.add(high, f64x2.add(twice, low));
  return v128.bitselect(result, x, f64x2.eq(x, x));
}

/** log m = 2 (s + s^3/3 + s^5/5 + ...), |s| <= 0.1716, z = s^2: the part after s, without s^3. */
@inline
function artanhSeries(z: v128): v128 {
  let sum = f64x2.splat(1.0 / 23.0);
  sum = step(sum, z, 1.0 / 21.0);
  sum = step(sum, z, 1.0 / 19.0);
  sum = step(sum, z, 1.0 / 17.0);
  sum = step(sum, z, 1.0 / 15.0);
  sum = step(sum, z, 1.0 / 13.0);
  sum = step(sum, z, 1.0 / 11.0);
  sum = step(sum, z, 1.0 / 9.0);
  sum = step(sum, z, 1.0 / 7.0);
  sum = step(sum, z, 1.0 / 5.0);
  return step(sum, z, 1.0 / 3.0);
}
