/** Numbers as charts write them: short beside lines and axes. */
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import { largeFigure, LARGEST, NONE } from '../../../base/text/figure-text.ts';
import { stepDecimals } from './series-ticks.ts';

/** A share in 0..1 as "73.4 %"; without its unit "73.4". */
export function formatPercent(share: number, decimals: number, unit = true): string {
  if (!Number.isFinite(share)) return NONE;
  return (share * 100).toFixed(decimals) + (unit ? PERCENT_SIGN : '');
}

/** "0.897", "12.35", "1235", "123,457", "over 1,000,000"; "−0.12". */
export function formatLoss(loss: number, decimals: number): string {
  if (!Number.isFinite(loss)) return NONE;
  const size = Math.abs(loss);
  if (size >= LONG) return largeFigure(loss).replace('-', '−');
  if (size >= 999.5) return withMinus(loss.toFixed(0));
  return withMinus(loss.toFixed(size >= 99.95 ? Math.min(1, decimals) : decimals));
}

/** The same where room is short: "0.90", "123K", ">1M". */
export function formatLossShort(loss: number, decimals: number): string {
  const size = Math.abs(loss);
  if (!Number.isFinite(loss) || size < LONG) return formatLoss(loss, decimals);
  if (size < LARGEST) return withMinus(COMPACT.format(loss));
  return `${loss > 0 ? '>' : '<−'}${COMPACT.format(LARGEST)}`;
}

/** From here on a figure has more than five digits. */
const LONG = 99_999.5;

/** "20K", "1.5M" */
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact' });

/** A difference of shares in points: "25.1", "−3.0". */
export function formatPoints(difference: number, decimals: number): string {
  return Number.isFinite(difference) ? withMinus((difference * 100).toFixed(decimals)) : NONE;
}

/** What may be very small: "0.412", "0.0042", "4.2e-7", "0". */
export function formatSmall(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) < 0.1 ? value.toPrecision(2) : formatLoss(value, 3);
}

export function formatSmallShort(value: number): string {
  return Math.abs(value) < LONG ? formatSmall(value) : formatLossShort(value, 3);
}

export function formatPercentTick(share: number, step: number): string {
  return formatPercent(share, stepDecimals(step * 100));
}

export function formatLossTick(loss: number, step: number): string {
  if (step >= 10_000) return withMinus(COMPACT.format(loss));
  // As in "0.0, 0.5, 1.0": a loss is no count.
  return withMinus(loss.toFixed(step >= 10 ? 0 : Math.max(1, stepDecimals(step))));
}

export function formatSmallTick(value: number, step: number): string {
  return step < 1e-4 && value !== 0 ? value.toExponential(0) : formatLossTick(value, step);
}

/** The sign as it is set, and none before a 0 that only rounding has left. */
function withMinus(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text.replace(/^-/, '−');
}
