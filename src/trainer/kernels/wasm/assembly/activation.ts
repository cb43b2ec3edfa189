/**
 * The hidden activations and their derivatives on whole arrays, four floats at a time. tanh,
 * sigmoid and ELU come from one polynomial in single precision (error about 2e-7 relative), in
 * plain IEEE arithmetic, so the same everywhere. NaN passes through all of them.
 */
import { ELU, LEAKY_RELU, RELU, SIGMOID, TANH } from '../layout';
import { loadUpTo, pinned, storeUpTo } from './vectors';

/** values [count], in place. */
export function activate(values: usize, count: i32, activation: i32): void {
  if (activation == RELU) activateBy(RELU, values, count);
  else if (activation == LEAKY_RELU) activateBy(LEAKY_RELU, values, count);
  else if (activation == TANH) activateBy(TANH, values, count);
  else if (activation == SIGMOID) activateBy(SIGMOID, values, count);
  else if (activation == ELU) activateBy(ELU, values, count);
}

/** A loop for each activation, which is a constant in it: asking again for every vector costs more. */
@inline
function activateBy(activation: i32, values: usize, count: i32): void {
  let at = values;
  for (const end = values + ((count & ~3) << 2); at < end; at += 16) {
    v128.store(at, activationOf(activation, v128.load(at)));
  }
  const left = count & 3;
  if (left > 0) storeUpTo(at, activationOf(activation, loadUpTo(at, left)), left);
}

/**
 * gradients [count] *= the derivative at the activation's value values · keep (a kept unit's value
 * was divided by keep). At the kink it is that of the left side.
 */
export function multiplyBySlope(
  gradients: usize,
  values: usize,
  count: i32,
  activation: i32,
  keep: f64,
  scratch: usize,
): void {
  const scale = pinned(scratch, keep);
  if (activation == RELU) multiplyBySlopeOf(RELU, gradients, values, count, scale);
  else if (activation == LEAKY_RELU) multiplyBySlopeOf(LEAKY_RELU, gradients, values, count, scale);
  else if (activation == TANH) multiplyBySlopeOf(TANH, gradients, values, count, scale);
  else if (activation == SIGMOID) multiplyBySlopeOf(SIGMOID, gradients, values, count, scale);
  else if (activation == ELU) multiplyBySlopeOf(ELU, gradients, values, count, scale);
}

@inline
function multiplyBySlopeOf(
  activation: i32,
  gradients: usize,
  values: usize,
  count: i32,
  scale: v128,
): void {
  const toValue = values - gradients;
  let at = gradients;
  for (const end = gradients + ((count & ~3) << 2); at < end; at += 16) {
    const slope = slopeOf(activation, f32x4.mul(v128.load(at + toValue), scale));
    v128.store(at, f32x4.mul(v128.load(at), slope));
  }
  const left = count & 3;
  if (left == 0) return;
  const slope = slopeOf(activation, f32x4.mul(loadUpTo(at + toValue, left), scale));
  storeUpTo(at, f32x4.mul(loadUpTo(at, left), slope), left);
}

@inline
function activationOf(activation: i32, z: v128): v128 {
  const negative = f32x4.lt(z, f32x4.splat(0));
  if (activation == RELU) return v128.andnot(z, negative);
  if (activation == LEAKY_RELU)
    return v128.bitselect(f32x4.mul(z, f32x4.splat(0.2)), z, negative);
  if (activation == TANH) return tanh(z);
  if (activation == SIGMOID) return sigmoid(z, negative);
  if (activation == ELU) return v128.bitselect(expm1OfNegative(z), z, negative);
  return z;
}

/** The derivative from the activation's value a. */
@inline
function slopeOf(activation: i32, a: v128): v128 {
  const one = f32x4.splat(1);
  const notPositive = f32x4.le(a, f32x4.splat(0));
  if (activation == RELU) return v128.andnot(one, notPositive);
  if (activation == LEAKY_RELU) return v128.bitselect(f32x4.splat(0.2), one, notPositive);
  if (activation == TANH) return f32x4.sub(one, f32x4.mul(a, a));
  if (activation == SIGMOID) return f32x4.mul(a, f32x4.sub(one, a));
  if (activation == ELU) return v128.bitselect(f32x4.add(a, one), one, notPositive);
  return one;
}

/** With t = e^(-2|z|) - 1, free of cancellation near 0: tanh|z| = |t| / (t + 2). */
function tanh(z: v128): v128 {
  const t = expm1OfNegative(f32x4.mul(f32x4.abs(z), f32x4.splat(-2)));
  const size = f32x4.div(f32x4.abs(t), f32x4.add(t, f32x4.splat(2)));
  const sign = v128.and(z, i32x4.splat(0x80000000));
  return v128.or(size, sign);
}

/** With e = e^-|z|: 1 / (1 + e) above 0 and e / (1 + e) below, without overflow. */
function sigmoid(z: v128, negative: v128): v128 {
  const x = f32x4.neg(f32x4.abs(z));
  const k = exponentOf(x);
  const scale = powerOfTwo(k);
  const e = f32x4.add(scale, f32x4.mul(scale, expm1Series(remainderOf(x, k))));
  const one = f32x4.splat(1);
  return f32x4.div(v128.bitselect(e, one, negative), f32x4.add(one, e));
}

/** e^x - 1 for x <= 0; what it gives above 0 is not used. */
function expm1OfNegative(x: v128): v128 {
  const k = exponentOf(x);
  const scale = powerOfTwo(k);
  const series = expm1Series(remainderOf(x, k));
  return f32x4.add(f32x4.mul(scale, series), f32x4.sub(scale, f32x4.splat(1)));
}

/** The k of x = k ln 2 + r, |r| <= 0.35, not below the smallest normal exponent. */
@inline
function exponentOf(x: v128): v128 {
  const k = f32x4.floor(f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504)), f32x4.splat(0.5)));
  return f32x4.min(f32x4.max(k, f32x4.splat(-126)), f32x4.splat(126));
}

/**
 * The r of x = k ln 2 + r; ln 2 in two parts, the first with few bits so that k times it is exact.
 */
@inline
function remainderOf(x: v128, k: v128): v128 {
  const high = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)));
  const r = f32x4.sub(high, f32x4.mul(k, f32x4.splat(-2.12194440e-4)));
  // Where k was cut off the result is 2^-126 and little more, whatever r is, if r is small.
  return f32x4.max(r, f32x4.splat(-0.35));
}

/** 2^k of four whole numbers in -126..126; 1 for NaN. */
@inline
function powerOfTwo(k: v128): v128 {
  return i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
}

/** Taylor series of e^r - 1, degree 7: truncation below 2e-8 relative for |r| <= 0.35. */
@inline
function expm1Series(r: v128): v128 {
  let s = f32x4.splat(1.0 / 5040.0);
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(1.0 / 720.0));
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(1.0 / 120.0));
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(1.0 / 24.0));
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(1.0 / 6.0));
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(0.5));
  s = f32x4.add(f32x4.mul(s, r), f32x4.splat(1));
  return f32x4.mul(s, r);
}
