/**
 * The optimiser's rule and what acts on weights around it, on a piece of a parameter whose gradient
 * is in scratch memory. Each function runs over whole vectors of four; `updatePiece` brings the
 * rest into that form. Constants are computed in double precision and rounded once.
 *
 * State below the smallest normal number is set to 0: it is 30 orders of magnitude too small to
 * matter, and β₁ times the smallest subnormal rounds back to itself, so without this the m of a
 * weight that gets no gradient would stay subnormal for ever, and many processors are 100 times
 * slower on those.
 */
import {
  ADAM,
  FIRST_CORRECTION,
  GRADIENT_PER_SIGN,
  GRADIENT_PER_WEIGHT,
  LEARNING_RATE,
  MOMENTUM,
  NESTEROV,
  RMSPROP,
  SECOND_CORRECTION,
  SGD,
  SHRINK_BEFORE,
  SOFT_THRESHOLD,
} from '../layout';
import { RuleConstants } from './commands';
import { slot } from './slots';
import { copyFloats, pinned } from './vectors';

/**
 * Four vectors, the end of a piece filled up to whole vectors; and eight constants of the loops.
 */
export const REST_BYTES: i32 = 96;
const CONSTANTS_AT: i32 = 64;

const SMALLEST_NORMAL: f32 = 1.17549435e-38;

/**
 * One step of `count` elements: w, its state m and v (0 where the rule has none) and the gradient
 * g. `isWeight`: with penalty gradients, decay and threshold; else the rule alone.
 */
export function updatePiece(
  rule: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  count: i32,
  isWeight: bool,
  slots: usize,
  constants: usize,
  rest: usize,
): void {
  const whole = count & ~3;
  const pins = rest + CONSTANTS_AT;
  if (whole > 0) updateVectors(rule, w, m, v, g, whole, isWeight, slots, constants, pins);
  const left = count - whole;
  if (left == 0) return;
  const at = <usize>(whole << 2);
  copyFloats(rest, w + at, left);
  if (m) copyFloats(rest + 16, m + at, left);
  if (v) copyFloats(rest + 32, v + at, left);
  copyFloats(rest + 48, g + at, left);
  const restOfM = m ? rest + 16 : 0;
  const restOfV = v ? rest + 32 : 0;
  updateVectors(rule, rest, restOfM, restOfV, rest + 48, 4, isWeight, slots, constants, pins);
  copyFloats(w + at, rest, left);
  if (m) copyFloats(m + at, rest + 16, left);
  if (v) copyFloats(v + at, rest + 32, left);
}

/** In the order of the step: penalties, decay, rule, threshold. `count` is a multiple of 4. */
function updateVectors(
  rule: i32,
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  count: i32,
  isWeight: bool,
  slots: usize,
  constants: usize,
  pins: usize,
): void {
  const rate = slot(slots, LEARNING_RATE);
  if (isWeight) {
    const perWeight = slot(slots, GRADIENT_PER_WEIGHT);
    addPenalties(w, g, count, perWeight, slot(slots, GRADIENT_PER_SIGN), pins);
    shrink(w, count, rate * slot(slots, SHRINK_BEFORE), pins);
  }
  const c = changetype<RuleConstants>(constants);
  if (rule == SGD) descend(w, g, count, rate, pins);
  else if (rule == MOMENTUM) momentum(w, m, g, count, rate, c, pins);
  else if (rule == NESTEROV) nesterov(w, m, g, count, rate, c, pins);
  else if (rule == RMSPROP) rmsprop(w, v, g, count, rate, c, pins);
  else if (rule == ADAM) adam(w, m, v, g, count, slots, c, pins);
  if (!isWeight) return;
  const lambda = slot(slots, SOFT_THRESHOLD);
  if (!(lambda > 0)) return;
  if (rule == ADAM || rule == RMSPROP) {
    const correction = rule == ADAM ? slot(slots, SECOND_CORRECTION) : 1;
    softThresholdPerWeight(w, v, count, rate * lambda, correction, c.epsilon, pins);
  } else {
    const hasMomentum = rule == MOMENTUM || rule == NESTEROV;
    softThreshold(w, count, (hasMomentum ? rate / (1 - c.momentum) : rate) * lambda, pins);
  }
}

/** g += perWeight · w + perSign · sign(w) */
function addPenalties(
  w: usize,
  g: usize,
  count: i32,
  perWeight: f64,
  perSign: f64,
  pins: usize,
): void {
  if (perWeight == 0 && perSign == 0) return;
  const ofWeight = pinned(pins, perWeight);
  const ofSign = pinned(pins + 4, perSign);
  for (const end = w + (count << 2); w < end; w += 16, g += 16) {
    const weight = v128.load(w);
    const signed = v128.xor(ofSign, v128.and(weight, i32x4.splat(0x80000000)));
    const push = v128.and(signed, f32x4.ne(weight, f32x4.splat(0)));
    const pull = f32x4.mul(ofWeight, weight);
    v128.store(g, f32x4.add(f32x4.add(v128.load(g), pull), push));
  }
}

/** w −= fraction · w; more exact in single precision than w · (1 − fraction). */
function shrink(w: usize, count: i32, fraction: f64, pins: usize): void {
  if (fraction == 0) return;
  const factor = pinned(pins, fraction);
  for (const end = w + (count << 2); w < end; w += 16) {
    const weight = v128.load(w);
    v128.store(w, f32x4.sub(weight, f32x4.mul(factor, weight)));
  }
}

/** w −= rate · g */
function descend(w: usize, g: usize, count: i32, rate: f64, pins: usize): void {
  const step = pinned(pins, rate);
  for (const end = w + (count << 2); w < end; w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(step, v128.load(g))));
  }
}

/** v ← μv − rate · g, w += v; the velocity is in m. */
function momentum(
  w: usize,
  m: usize,
  g: usize,
  count: i32,
  rate: f64,
  c: RuleConstants,
  pins: usize,
): void {
  const step = pinned(pins, rate);
  const mu = pinned(pins + 4, c.momentum);
  for (const end = w + (count << 2); w < end; w += 16, m += 16, g += 16) {
    const push = f32x4.mul(step, v128.load(g));
    const velocity = flushed(f32x4.sub(f32x4.mul(mu, v128.load(m)), push));
    v128.store(m, velocity);
    v128.store(w, f32x4.add(v128.load(w), velocity));
  }
}

/** v ← μv − rate · g, w += μv − rate · g; the velocity is in m. */
function nesterov(
  w: usize,
  m: usize,
  g: usize,
  count: i32,
  rate: f64,
  c: RuleConstants,
  pins: usize,
): void {
  const step = pinned(pins, rate);
  const mu = pinned(pins + 4, c.momentum);
  for (const end = w + (count << 2); w < end; w += 16, m += 16, g += 16) {
    const push = f32x4.mul(step, v128.load(g));
    const velocity = flushed(f32x4.sub(f32x4.mul(mu, v128.load(m)), push));
    v128.store(m, velocity);
    const change = f32x4.sub(f32x4.mul(mu, velocity), push);
    v128.store(w, f32x4.add(v128.load(w), change));
  }
}

/** v ← βv + (1 − β) g², w −= rate · g / (√v + ε) */
function rmsprop(
  w: usize,
  v: usize,
  g: usize,
  count: i32,
  rate: f64,
  c: RuleConstants,
  pins: usize,
): void {
  const step = pinned(pins, rate);
  const decay = pinned(pins + 4, c.secondDecay);
  const gain = pinned(pins + 8, 1 - c.secondDecay);
  const epsilon = pinned(pins + 12, c.epsilon);
  for (const end = w + (count << 2); w < end; w += 16, v += 16, g += 16) {
    const gradient = v128.load(g);
    const fresh = f32x4.mul(gain, f32x4.mul(gradient, gradient));
    const second = flushedSquare(f32x4.add(f32x4.mul(decay, v128.load(v)), fresh));
    v128.store(v, second);
    const size = f32x4.add(f32x4.sqrt(second), epsilon);
    const change = f32x4.div(f32x4.mul(step, gradient), size);
    v128.store(w, f32x4.sub(v128.load(w), change));
  }
}

/**
 * m ← β₁m + (1 − β₁) g, v ← β₂v + (1 − β₂) g², w −= rate · m̂ / (√v̂ + ε), with m̂ = m / c₁ and v̂
 * = v / c₂. The corrections are brought into the constants: rate √c₂ / c₁ · m / (√v + ε √c₂).
 */
function adam(
  w: usize,
  m: usize,
  v: usize,
  g: usize,
  count: i32,
  slots: usize,
  c: RuleConstants,
  pins: usize,
): void {
  const root = sqrt<f64>(slot(slots, SECOND_CORRECTION));
  const rate = slot(slots, LEARNING_RATE) / slot(slots, FIRST_CORRECTION);
  const step = pinned(pins, rate * root);
  const epsilon = pinned(pins + 4, c.epsilon * root);
  const firstDecay = pinned(pins + 8, c.firstDecay);
  const firstGain = pinned(pins + 12, 1 - c.firstDecay);
  const secondDecay = pinned(pins + 16, c.secondDecay);
  const secondGain = pinned(pins + 20, 1 - c.secondDecay);
  for (let i = 0; i < count << 2; i += 16) {
    const gradient = v128.load(g + i);
    const freshFirst = f32x4.mul(firstGain, gradient);
    const freshSecond = f32x4.mul(secondGain, f32x4.mul(gradient, gradient));
    const first = flushed(f32x4.add(f32x4.mul(firstDecay, v128.load(m + i)), freshFirst));
    const second = flushedSquare(f32x4.add(f32x4.mul(secondDecay, v128.load(v + i)), freshSecond));
    v128.store(m + i, first);
    v128.store(v + i, second);
    const change = f32x4.div(f32x4.mul(step, first), f32x4.add(f32x4.sqrt(second), epsilon));
    v128.store(w + i, f32x4.sub(v128.load(w + i), change));
  }
}

/** w ← sign(w) · max(|w| − t, 0), the same t for all. */
function softThreshold(w: usize, count: i32, t: f64, pins: usize): void {
  const threshold = pinned(pins, t);
  for (const end = w + (count << 2); w < end; w += 16) {
    v128.store(w, shortened(v128.load(w), threshold));
  }
}

/** The same with t = rateTimesLambda / (√(v / correction) + ε). */
function softThresholdPerWeight(
  w: usize,
  v: usize,
  count: i32,
  rateTimesLambda: f64,
  correction: f64,
  epsilonOfRule: f64,
  pins: usize,
): void {
  const numerator = pinned(pins, rateTimesLambda);
  const inverse = pinned(pins + 4, 1 / correction);
  const epsilon = pinned(pins + 8, epsilonOfRule);
  for (const end = w + (count << 2); w < end; w += 16, v += 16) {
    const size = f32x4.add(f32x4.sqrt(f32x4.mul(v128.load(v), inverse)), epsilon);
    v128.store(w, shortened(v128.load(w), f32x4.div(numerator, size)));
  }
}

/** +0 where nothing is left; NaN stays NaN. */
@inline
function shortened(weight: v128, threshold: v128): v128 {
  const left = f32x4.sub(f32x4.abs(weight), threshold);
  const signed = v128.or(left, v128.and(weight, i32x4.splat(0x80000000)));
  return v128.andnot(signed, f32x4.le(left, f32x4.splat(0)));
}

/** Subnormal numbers as 0. */
@inline
function flushed(values: v128): v128 {
  return v128.andnot(values, f32x4.lt(f32x4.abs(values), f32x4.splat(SMALLEST_NORMAL)));
}

/** The same for numbers that are not negative. */
@inline
function flushedSquare(values: v128): v128 {
  return v128.andnot(values, f32x4.lt(values, f32x4.splat(SMALLEST_NORMAL)));
}
