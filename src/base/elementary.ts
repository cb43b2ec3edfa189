/**
 * exp, log and their kin in plain IEEE arithmetic. `Math.exp` and friends may differ in the last bit
 * between browsers; whatever reaches a weight must not (see docs/architecture.md, "Same seed, same
 * curves"). kernels/wasm/assembly/elementary.ts evaluates the same expressions in the same order, but
 * for sine and cosine, which only generated data need.
 *
 * Relative error below 4e-16 over the range used here (elementary.test.ts measures it).
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.4426950408889634;

/** 2^k for k = -1074..1023, by exact doubling and halving. */
const POWERS_OF_TWO = (() => {
  const table = new Float64Array(2098);
  table[1074] = 1;
  for (let k = 1075; k < 2098; k++) table[k] = (table[k - 1] ?? 0) * 2;
  for (let k = 1073; k >= 0; k--) table[k] = (table[k + 1] ?? 0) / 2;
  return table;
})();

/** e^x. Overflows to Infinity above 709.78, underflows to 0 below -745; NaN stays NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  const value = 1 + expm1Series(r);
  // In two factors, so that neither 2^1024 nor a premature underflow can arise.
  const half = k >> 1;
  return value * (POWERS_OF_TWO[half + 1074] ?? 0) * (POWERS_OF_TWO[k - half + 1074] ?? 0);
}

/** Taylor series of e^r - 1, degree 14: truncation below 2e-19 for |r| <= 0.35. */
function expm1Series(r: number): number {
  let s = 1 / 87178291200;
  s = s * r + 1 / 6227020800;
  s = s * r + 1 / 479001600;
  s = s * r + 1 / 39916800;
  s = s * r + 1 / 3628800;
  s = s * r + 1 / 362880;
  s = s * r + 1 / 40320;
  s = s * r + 1 / 5040;
  s = s * r + 1 / 720;
  s = s * r + 1 / 120;
  s = s * r + 1 / 24;
  s = s * r + 1 / 6;
  s = s * r + 0.5;
  s = s * r + 1;
  return s * r;
}

/** e^x - 1 without cancellation near 0. */
export function expm1(x: number): number {
  return x > -0.35 && x < 0.35 ? expm1Series(x) : exp(x) - 1;
}

/** Hyperbolic tangent. */
export function tanh(x: number): number {
  const a = x < 0 ? -x : x;
  if (a > 20) return x < 0 ? -1 : 1;
  const t = expm1(2 * a);
  const y = t / (t + 2);
  return x < 0 ? -y : y;
}

/** Logistic function 1 / (1 + e^-x), without overflow. */
export function sigmoid(x: number): number {
  if (x < 0) {
    const e = exp(x);
    return e / (1 + e);
  }
  return 1 / (1 + exp(-x));
}

const float64 = new Float64Array(1);
const words = new Uint32Array(float64.buffer);

/** Natural logarithm. -Infinity at 0, NaN below; subnormal numbers are taken as 0. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN;
  if (x < 2.2250738585072014e-308) return -Infinity;
  if (x === Infinity) return Infinity;
  float64[0] = x;
  const high = words[1] ?? 0;
  let exponent = (high >>> 20) - 1023;
  words[1] = (high & 0x000fffff) | 0x3ff00000;
  let mantissa = float64[0];
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  // atanh series: log m = 2 (s + s^3/3 + s^5/5 + …), |s| <= 0.1716.
  let sum = 1 / 23;
  for (let n = 21; n >= 3; n -= 2) sum = sum * z + 1 / n;
  return exponent * LN2_HIGH + (2 * s + (2 * s * z * sum + exponent * LN2_LOW));
}

/** π/2 in two parts, the first with 33 bits: its product with a small integer is exact. */
const HALF_PI_HIGH = 1.57079632673412561417;
const HALF_PI_LOW = 6.07710050650619224932e-11;
const INVERSE_HALF_PI = 0.63661977236758134308;

/** Sine, to 3e-16 for |x| up to 1,000 (elementary.test.ts measures it). */
export function sin(x: number): number {
  const quarter = Math.floor(x * INVERSE_HALF_PI + 0.5);
  const r = x - quarter * HALF_PI_HIGH - quarter * HALF_PI_LOW;
  const value = quarter % 2 === 0 ? sinSeries(r) : cosSeries(r);
  // ⌊quarter / 2⌋ half turns, each of which changes the sign.
  return Math.floor(quarter / 2) % 2 === 0 ? value : -value;
}

/** Cosine, as exact as `sin`. */
export function cos(x: number): number {
  const quarter = Math.floor(x * INVERSE_HALF_PI + 0.5);
  const r = x - quarter * HALF_PI_HIGH - quarter * HALF_PI_LOW;
  const value = quarter % 2 === 0 ? cosSeries(r) : sinSeries(r);
  return Math.floor((quarter + 1) / 2) % 2 === 0 ? value : -value;
}

/** Taylor series of the sine, degree 17: truncation below 1e-19 for |r| <= π/4. */
function sinSeries(r: number): number {
  const z = r * r;
  let s = 1;
  for (let n = 16; n >= 2; n -= 2) s = 1 - (s * z) / (n * (n + 1));
  return s * r;
}

/** Taylor series of the cosine, degree 18. */
function cosSeries(r: number): number {
  const z = r * r;
  let s = 1;
  for (let n = 17; n >= 1; n -= 2) s = 1 - (s * z) / (n * (n + 1));
  return s;
}

const CENTRAL = {
  top: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  bottom: [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
} as const;
const MIDDLE = {
  top: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
    1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
    1.42343711074968357734,
  ],
  bottom: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
    0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187,
    1,
  ],
} as const;
const TAIL = {
  top: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
    0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
    6.6579046435011037772,
  ],
  bottom: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
    7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
    0.59983220655588793769, 1,
  ],
} as const;

function ratio(
  { top, bottom }: { top: readonly number[]; bottom: readonly number[] },
  x: number,
): number {
  const horner = (coefficients: readonly number[]) => coefficients.reduce((s, c) => s * x + c, 0);
  return horner(top) / horner(bottom);
}

/**
 * Quantile of the standard normal distribution (M. J. Wichura, "Algorithm AS 241", Applied
 * Statistics 37, 1988), relative error about 1e-16. `p` in (0, 1).
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * ratio(CENTRAL, 0.180625 - q * q);
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(TAIL, r - 5);
  return q < 0 ? -tail : tail;
}
