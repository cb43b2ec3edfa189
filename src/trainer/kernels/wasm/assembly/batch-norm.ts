/**
 * Batch normalisation, forward and backward, with biased variance. Four units at a time; sums over
 * the rows in double precision, the rest in single.
 */
import { KEEP_HIDDEN } from '../layout';
import { activate } from './activation';
import {
  BatchNormBackward,
  BatchNormConstants,
  BatchNormForward,
} from './commands';
import { applyMask } from './dropout-mask';
import { REST_BYTES, updatePiece } from './optimizer';
import { slot } from './slots';
import { highDoubles, loadUpTo, lowDoubles, pinnedVector, storeUpTo, toFloats } from './vectors';

/** Backward: rest, and the gradients of gamma and beta in whole vectors. */
export function batchNormScratch(units: i32): i32 {
  return REST_BYTES + (units + 3) * 8 + 32;
}

export function batchNormForward(call: BatchNormForward, rows: i32, scratch: usize): void {
  const units = call.units;
  for (let unit = 0; unit < units; unit += 4) {
    const count = min(units - unit, 4);
    if (call.training) measureBatch(call, rows, unit, count, scratch);
    normalise(call, rows, unit, count, scratch);
  }
  activate(call.output, rows * units, call.activation);
  const keep = slot(call.slots, KEEP_HIDDEN);
  applyMask(call.output, rows, units, keep, call.maskKey, call.givenMask, scratch);
}

/** Mean and 1/√(variance + ε) of the batch, and the running statistics' step towards them. */
function measureBatch(
  call: BatchNormForward,
  rows: i32,
  unit: i32,
  count: i32,
  scratch: usize,
): void {
  const input = call.input + (unit << 2);
  const rowBytes = call.units << 2;
  const rowCount = f64x2.splat(<f64>rows);
  let low = f64x2.splat(0);
  let high = low;
  // sums of input [rows, 4 of units]
  for (let row = 0, at = input; row < rows; row++, at += rowBytes) {
    const z = loadUpTo(at, count);
    low = f64x2.add(low, lowDoubles(z));
    high = f64x2.add(high, highDoubles(z));
  }
  const meanLow = pinnedVector(scratch, f64x2.div(low, rowCount));
  const meanHigh = pinnedVector(scratch + 16, f64x2.div(high, rowCount));
  low = f64x2.splat(0);
  high = low;
  // sums of squared deviations
  for (let row = 0, at = input; row < rows; row++, at += rowBytes) {
    const z = loadUpTo(at, count);
    const deviationLow = f64x2.sub(lowDoubles(z), meanLow);
    const deviationHigh = f64x2.sub(highDoubles(z), meanHigh);
    low = f64x2.add(low, f64x2.mul(deviationLow, deviationLow));
    high = f64x2.add(high, f64x2.mul(deviationHigh, deviationHigh));
  }
  low = f64x2.div(low, rowCount);
  high = f64x2.div(high, rowCount);
  const c = changetype<BatchNormConstants>(call.constants);
  const at = <usize>(unit << 2);
  storeUpTo(call.batchMean + at, toFloats(meanLow, meanHigh), count);
  const inverse = toFloats(inverseRoot(low, c.epsilon), inverseRoot(high, c.epsilon));
  storeUpTo(call.batchInverseDeviation + at, inverse, count);
  moveRunning(call.runningMean + at, meanLow, meanHigh, c.momentum, count);
  moveRunning(call.runningVariance + at, low, high, c.momentum, count);
}

/** 1 / √(variance + ε) */
@inline
function inverseRoot(variance: v128, epsilon: f64): v128 {
  const root = f64x2.sqrt(f64x2.add(variance, f64x2.splat(epsilon)));
  return f64x2.div(f64x2.splat(1), root);
}

/** running ← m · running + (1 − m) · batch, four units */
function moveRunning(address: usize, low: v128, high: v128, momentum: f64, count: i32): void {
  const running = loadUpTo(address, count);
  const m = f64x2.splat(momentum);
  const rest = f64x2.splat(1 - momentum);
  const newLow = f64x2.add(f64x2.mul(m, lowDoubles(running)), f64x2.mul(rest, low));
  const newHigh = f64x2.add(f64x2.mul(m, highDoubles(running)), f64x2.mul(rest, high));
  storeUpTo(address, toFloats(newLow, newHigh), count);
}

/** output = gamma · (input − mean) · inverse deviation + beta, four units of all rows */
function normalise(
  call: BatchNormForward,
  rows: i32,
  unit: i32,
  count: i32,
  scratch: usize,
): void {
  const at = <usize>(unit << 2);
  const mean = loadUpTo((call.training ? call.batchMean : call.runningMean) + at, count);
  const inverse = inverseDeviation(call, at, count);
  const scale = pinnedVector(scratch, f32x4.mul(inverse, loadUpTo(call.gamma + at, count)));
  const shift = loadUpTo(call.beta + at, count);
  let source = call.input + at;
  let target = call.output + at;
  for (let row = 0; row < rows; row++) {
    const centred = f32x4.sub(loadUpTo(source, count), mean);
    storeUpTo(target, f32x4.add(f32x4.mul(centred, scale), shift), count);
    source += call.units << 2;
    target += call.units << 2;
  }
}

function inverseDeviation(call: BatchNormForward, at: usize, count: i32): v128 {
  if (call.training) return loadUpTo(call.batchInverseDeviation + at, count);
  const variance = loadUpTo(call.runningVariance + at, count);
  const epsilon = changetype<BatchNormConstants>(call.constants).epsilon;
  const low = inverseRoot(lowDoubles(variance), epsilon);
  return toFloats(low, inverseRoot(highDoubles(variance), epsilon));
}

export function batchNormBackward(call: BatchNormBackward, rows: i32, scratch: usize): void {
  const units = call.units;
  const gammaGradient = scratch + REST_BYTES;
  const betaGradient = gammaGradient + (((units + 3) & ~3) << 2);
  for (let unit = 0; unit < units; unit += 4) {
    const count = min(units - unit, 4);
    const at = <usize>(unit << 2);
    differentiate(call, rows, at, count, gammaGradient + at, betaGradient + at, scratch);
  }
  const slots = call.slots;
  const constants = call.constants;
  const rule = call.rule;
  updatePiece(
    rule,
    call.gamma,
    call.gammaFirst,
    call.gammaSecond,
    gammaGradient,
    units,
    false,
    slots,
    constants,
    scratch,
  );
  updatePiece(
    rule,
    call.beta,
    call.betaFirst,
    call.betaSecond,
    betaGradient,
    units,
    false,
    slots,
    constants,
    scratch,
  );
}

/**
 * With n the normalised input, of four units: gamma' = Σ dy·n, beta' = Σ dy, and
 * inputGradient = gamma · inverse deviation · (dy − Σdy / rows − n · Σ(dy·n) / rows).
 */
function differentiate(
  call: BatchNormBackward,
  rows: i32,
  at: usize,
  count: i32,
  gammaGradient: usize,
  betaGradient: usize,
  scratch: usize,
): void {
  const rowBytes = call.units << 2;
  const mean = loadUpTo(call.batchMean + at, count);
  const inverse = loadUpTo(call.batchInverseDeviation + at, count);
  let sumLow = f64x2.splat(0);
  let sumHigh = sumLow;
  let productLow = sumLow;
  let productHigh = sumLow;
  for (let row = 0, offset = at; row < rows; row++, offset += rowBytes) {
    const dy = loadUpTo(call.outputGradient + offset, count);
    const n = f32x4.mul(f32x4.sub(loadUpTo(call.input + offset, count), mean), inverse);
    sumLow = f64x2.add(sumLow, lowDoubles(dy));
    sumHigh = f64x2.add(sumHigh, highDoubles(dy));
    productLow = f64x2.add(productLow, f64x2.mul(lowDoubles(dy), lowDoubles(n)));
    productHigh = f64x2.add(productHigh, f64x2.mul(highDoubles(dy), highDoubles(n)));
  }
  v128.store(gammaGradient, toFloats(productLow, productHigh));
  v128.store(betaGradient, toFloats(sumLow, sumHigh));
  const rowCount = f64x2.splat(<f64>rows);
  const meanSum = toFloats(f64x2.div(sumLow, rowCount), f64x2.div(sumHigh, rowCount));
  const meanProduct = toFloats(f64x2.div(productLow, rowCount), f64x2.div(productHigh, rowCount));
  const factor = f32x4.mul(loadUpTo(call.gamma + at, count), inverse);
  subtractMeans(
    call,
    rows,
    at,
    count,
    pinnedVector(scratch, meanSum),
    pinnedVector(scratch + 16, meanProduct),
    pinnedVector(scratch + 32, factor),
  );
}

/** inputGradient = factor · (dy − meanSum − n · meanProduct), four units of all rows */
function subtractMeans(
  call: BatchNormBackward,
  rows: i32,
  at: usize,
  count: i32,
  meanSum: v128,
  meanProduct: v128,
  factor: v128,
): void {
  const rowBytes = call.units << 2;
  const mean = loadUpTo(call.batchMean + at, count);
  const inverse = loadUpTo(call.batchInverseDeviation + at, count);
  for (let row = 0, offset = at; row < rows; row++, offset += rowBytes) {
    const dy = loadUpTo(call.outputGradient + offset, count);
    const n = f32x4.mul(f32x4.sub(loadUpTo(call.input + offset, count), mean), inverse);
    const centred = f32x4.sub(f32x4.sub(dy, meanSum), f32x4.mul(n, meanProduct));
    storeUpTo(call.inputGradient + offset, f32x4.mul(factor, centred), count);
  }
}
