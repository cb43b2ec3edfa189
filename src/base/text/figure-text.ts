/** Figures as the page writes them. */
import { PERCENT_SIGN } from './percent-sign.ts';
import { withCommas } from './with-commas.ts';

/** Where there is no figure. */
export const NONE = '–';

export type Format = (value: number) => string;

/** 0.885 → "88.5 %" */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)}${PERCENT_SIGN}` : NONE;
}

/** 0.885 → "89 %"; nothing is rounded to none or all. */
export function wholePercent(share: number): string {
  if (!Number.isFinite(share)) return NONE;
  if (share > 0 && share < 0.01) return `<1${PERCENT_SIGN}`;
  if (share > 0.99 && share < 1) return `>99${PERCENT_SIGN}`;
  return `${Math.round(share * 100)}${PERCENT_SIGN}`;
}

/** 0.17 → "17.0 points": a difference of shares. */
export function points(share: number): string {
  if (!Number.isFinite(share)) return NONE;
  const text = (share * 100).toFixed(1);
  return `${text === '-0.0' ? '0.0' : text.replace('-', '−')}\u00a0points`;
}

/** 0.02 → "+2.0 points": where the sign is half of what it says. */
export function signedPoints(share: number): string {
  const text = points(share);
  return share > 0 && !text.startsWith('0.0\u00a0') ? `+${text}` : text;
}

export function decimals(digits: number): Format {
  return (value) => {
    if (!Number.isFinite(value)) return NONE;
    return Math.abs(value) < 10_000 ? value.toFixed(digits) : largeFigure(value);
  };
}

/** Above this a loss only says that training went wrong; its digits say nothing more. */
export const LARGEST = 1e6;

/** "12,437", "over 1,000,000" */
export function largeFigure(value: number): string {
  if (Math.abs(value) < LARGEST) return count(value);
  return value > 0 ? `over\u00a0${count(LARGEST)}` : `under\u00a0${count(-LARGEST)}`;
}

/** Sizes below this are written as "< 0.001". */
const SMALLEST = 0.001;

/** A size in three digits, however small or large: "0", "< 0.001", "0.0523", "12.4", "1,240". */
export function threeDigits(size: number): string {
  if (!Number.isFinite(size)) return NONE;
  if (size === 0) return '0';
  if (size < SMALLEST) return `< ${SMALLEST}`;
  if (size >= LARGEST) return largeFigure(size);
  const rounded = Number(size.toPrecision(3));
  return rounded < 1000 ? rounded.toPrecision(3) : withCommas(rounded);
}

/** An epoch as text: "12", and within an epoch "12.4". */
export function epochText(epoch: number): string {
  return String(Number(epoch.toFixed(1)));
}

/** "1,300" */
export function count(value: number): string {
  return Number.isFinite(value) ? withCommas(Math.round(value)) : NONE;
}
