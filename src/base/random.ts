/**
 * Counter-based random numbers: every draw is a pure function of its key and its counters, so
 * nothing depends on how many draws came before, on the arm, or on the order of evaluation.
 *
 * The same integers come out of the WASM kernels (kernels/wasm/assembly/random.ts) and the shaders
 * (kernels/webgl/random-glsl.ts); change all three together. Not cryptographic.
 */

/** What a number is drawn for. The value is part of the key: never renumber. */
export const STREAM = {
  split: 1,
  wrongLabels: 2,
  initialWeights: 3,
  batchOrder: 4,
  hiddenDropout: 5,
  inputDropout: 6,
  inputNoise: 7,
  generatedData: 8,
  evaluationSample: 9,
  removedUnits: 10,
  freshTargets: 11,
  randomFeatures: 12,
} as const;

const GOLDEN = 0x9e3779b9;

/**
 * "lowbias32", a bijection of 32-bit integers with low measured bias
 * (C. Wellons, "Prospecting for Hash Functions", 2018).
 */
export function mixBits(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Folds one more integer into a key. Keys are unsigned 32-bit integers. */
export function extendKey(key: number, part: number): number {
  return mixBits((Math.imul(key, 31) + mixBits((part + GOLDEN) | 0) + GOLDEN) | 0);
}

/** Key of (seed, stream, replicate, fold, …): seeds may be any integer up to 2^53. */
export function makeKey(seed: number, stream: number, ...parts: readonly number[]): number {
  let key = extendKey(mixBits(seed | 0), Math.floor(seed / 4294967296) | 0);
  key = extendKey(key, stream);
  for (const part of parts) key = extendKey(key, part);
  return key;
}

/** Key of one row (a row of a batch, a row of a matrix) below `key`. */
export function rowKey(key: number, row: number): number {
  return mixBits((key + Math.imul(row + 1, 0x85ebca6b)) | 0);
}

/** The 32 random bits of element `column` in a row. */
export function elementBits(keyOfRow: number, column: number): number {
  return mixBits((keyOfRow + Math.imul(column + 1, GOLDEN)) | 0);
}

/** Uniform in [0, 1), a multiple of 2^-24, so that it is exact in single precision too. */
export function uniform24(bits: number): number {
  return (bits >>> 8) * 5.9604644775390625e-8;
}

/**
 * The 24-bit threshold below which an element is kept with probability `keep` (0..1): kept when
 * `bits >>> 8 < keepThreshold(keep)`. One comparison of integers, the same in every kernel; a
 * larger `keep` keeps a superset. 16777216 keeps all.
 */
export function keepThreshold(keep: number): number {
  return Math.round(keep * 16777216);
}

/** Whether element `column` of a row is kept, given `keepThreshold` of its probability. */
export function isKept(keyOfRow: number, column: number, threshold: number): boolean {
  return elementBits(keyOfRow, column) >>> 8 < threshold;
}

/** A permutation of 0..count-1 (Fisher–Yates, driven by counters). */
export function permutation(count: number, key: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let i = count - 1; i > 0; i--) {
    const j = randomIndex(elementBits(key, i), i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}

/** An index in 0..count-1 from 32 random bits; the bias is below count / 2^32. */
export function randomIndex(bits: number, count: number): number {
  return Math.floor((bits * count) / 4294967296);
}
