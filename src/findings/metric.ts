/** The validation figure that networks are ranked by, and how it and its differences are written. */
import { PERCENT_SIGN } from '../base/text/percent-sign.ts';
import type { Task } from '../engine/step/kernels.ts';
import type { FigureName } from '../figures/figures.ts';
import { decimals, threeDigits } from '../base/text/figure-text.ts';

export interface MetricWording {
  readonly better: 'highest' | 'lowest';
  /** On what one network is better than another. */
  readonly name: string;
  /** "92.0", without its unit */
  readonly value: (value: number) => string;
  /** " %", or nothing */
  readonly unit: string;
  /** Of a difference as it is written: points are hundredths. */
  readonly scale: number;
  readonly differenceUnit: string;
  /** Behind the point, for an interval that reaches this far from 0 (as written). */
  readonly digits: (largest: number) => number;
}

export interface Metric extends MetricWording {
  readonly figure: Extract<FigureName, 'validationAccuracy' | 'validationLoss'>;
}

const MOST_DIGITS = 8;

export const ACCURACY: Metric = {
  figure: 'validationAccuracy',
  better: 'highest',
  name: 'validation accuracy',
  value: (share) => (share * 100).toFixed(1),
  unit: PERCENT_SIGN,
  scale: 100,
  differenceUnit: ' points',
  digits: (largest) => (largest < 1 ? 2 : 1),
};

export const LOSS: Metric = {
  figure: 'validationLoss',
  better: 'lowest',
  name: 'validation loss',
  value: lossText,
  unit: '',
  scale: 1,
  differenceUnit: '',
  digits: (largest) => Math.min(MOST_DIGITS, Math.max(0, 2 - Math.floor(Math.log10(largest)))),
};

export function metricOf(task: Task): Metric {
  return task === 'classification' ? ACCURACY : LOSS;
}

/** "92.0 % validation accuracy", "a validation loss of 0.25" */
export function withName({ better, name }: Metric, value: string): string {
  return better === 'highest' ? `${value} ${name}` : `a ${name} of ${value}`;
}

/** Three digits, as many as a comparison bears. */
function lossText(loss: number): string {
  const size = Math.abs(loss);
  if (size === 0) return '0';
  if (size >= MANY_DIGITS) return (loss < 0 ? '-' : '') + threeDigits(size);
  return size < 0.001 ? loss.toExponential(1) : loss.toPrecision(3);
}

/** From this size on figures are written without decimals. */
const MANY_DIGITS = 1000;

/** "0.63", in passing */
export function shortLoss(loss: number): string {
  return Math.abs(loss) < 0.1 ? lossText(loss) : decimals(2)(loss);
}

/** Two figures and their difference as they are written, so that a reader who subtracts gets the same. */
export interface WrittenPair {
  readonly first: string;
  readonly second: string;
  /** first − second, without sign. */
  readonly size: string;
}

/** Writes both with at least so many decimals, and with one more where rounding would make the difference wrong. */
export function writePair(
  metric: MetricWording,
  figures: readonly [number, number],
  digits: number,
): WrittenPair {
  const [first, second] = figures.map(metric.value);
  const size = Math.abs(figures[0] - figures[1]) * metric.scale;
  const plain = { first: first ?? '', second: second ?? '', size: decimals(digits)(size) };
  const isExtreme = figures.some((figure) => Math.abs(figure) >= MANY_DIGITS);
  if (isExtreme || `${plain.first}${plain.second}`.includes('e')) return plain;
  const least = Math.max(digits, behindPoint(plain.first), behindPoint(plain.second));
  const short = writeWith(metric, figures, least);
  return short.size === size.toFixed(least) ? short : writeWith(metric, figures, least + 1);
}

export function behindPoint(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function writeWith(
  { scale }: MetricWording,
  figures: readonly [number, number],
  digits: number,
): WrittenPair {
  const [first = '', second = ''] = figures.map((figure) => (figure * scale).toFixed(digits));
  return { first, second, size: Math.abs(Number(first) - Number(second)).toFixed(digits) };
}

export type Range = readonly [low: number, high: number];

/** An end beside 0 gets digits enough not to be written as 0. */
export function digitsFor(metric: MetricWording, [low, high]: Range): number {
  const sizes = [Math.abs(low), Math.abs(high)].map((size) => size * metric.scale);
  const largest = Math.max(...sizes);
  let digits = largest > 0 && Number.isFinite(largest) ? metric.digits(largest) : 1;
  const isOneSided = low > 0 || high < 0;
  while (isOneSided && digits < MOST_DIGITS && Number(Math.min(...sizes).toFixed(digits)) === 0)
    digits += 1;
  return digits;
}

/** "+17.0 points", "−0.26" */
export function signedDifference(
  metric: MetricWording,
  difference: number,
  digits: number,
): string {
  return signed(difference * metric.scale, digits) + metric.differenceUnit;
}

/** "15.1 to 18.9"; with signs unless both are positive. */
export function rangeText({ scale }: MetricWording, [low, high]: Range, digits: number): string {
  const text = (value: number) =>
    low >= 0 ? decimals(digits)(value * scale) : signed(value * scale, digits);
  return `${text(low)} to ${text(high)}`;
}

function signed(value: number, digits: number): string {
  const text = decimals(digits)(Math.abs(value));
  if (Number(text) === 0) return text;
  return (value < 0 ? '−' : '+') + text;
}
