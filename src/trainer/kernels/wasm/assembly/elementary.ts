/**
 * exp and log in double precision: the same expressions in the same order as src/base/elementary.ts, so
 * the same bits, on every engine. AssemblyScript's own Math is not used: it differs, and its tables are
 * a data segment, which would be written over tfjs' data.
 */

const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;

/** 2^k for k = -1022..1023. */
@inline
function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>(k + 1023)) << 52);
}

/** e^x. Overflows to Infinity above 709.78, underflows to 0 below -745; NaN stays NaN. */
export function exp(x: f64): f64 {
  if (x != x) return x;
  if (x == 0) return 1; // what follows gives that too, more slowly
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = floor<f64>(x * INVERSE_LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const value = 1 + expm1Series(r);
  const whole = <i32>k;
  const half = whole >> 1;
  return value * powerOfTwo(half) * powerOfTwo(whole - half);
}

/** Taylor series of e^r - 1, degree 14. */
@inline
function expm1Series(r: f64): f64 {
  let s: f64 = 1.0 / 87178291200.0;
  s = s * r + 1.0 / 6227020800.0;
  s = s * r + 1.0 / 479001600.0;
  s = s * r + 1.0 / 39916800.0;
  s = s * r + 1.0 / 3628800.0;
  s = s * r + 1.0 / 362880.0;
  s = s * r + 1.0 / 40320.0;
  s = s * r + 1.0 / 5040.0;
  s = s * r + 1.0 / 720.0;
  s = s * r + 1.0 / 120.0;
  s = s * r + 1.0 / 24.0;
  s = s * r + 1.0 / 6.0;
  s = s * r + 0.5;
  s = s * r + 1.0;
  return s * r;
}

/** Natural logarithm. -Infinity at 0, NaN below; subnormal numbers are taken as 0. */
export function log(x: f64): f64 {
  if (x != x || x < 0) return NaN;
  if (x < 2.2250738585072014e-308) return -Infinity;
  if (x == Infinity) return Infinity;
  const bits = reinterpret<i64>(x);
  let exponent = <f64>(<i32>(bits >>> 52) - 1023);
  let mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  // atanh series: log m = 2 (s + s^3/3 + s^5/5 + ...), |s| <= 0.1716.
  let sum: f64 = 1.0 / 23.0;
  sum = sum * z + 1.0 / 21.0;
  sum = sum * z + 1.0 / 19.0;
  sum = sum * z + 1.0 / 17.0;
  sum = sum * z + 1.0 / 15.0;
  sum = sum * z + 1.0 / 13.0;
  sum = sum * z + 1.0 / 11.0;
  sum = sum * z + 1.0 / 9.0;
  sum = sum * z + 1.0 / 7.0;
  sum = sum * z + 1.0 / 5.0;
  sum = sum * z + 1.0 / 3.0;
  return exponent * LN2_HIGH + (2 * s + (2 * s * z * sum + exponent * LN2_LOW));
}
