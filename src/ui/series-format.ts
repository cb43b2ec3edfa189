/** Numbers as charts write them: short beside lines and axes. */
import { NONE } from './figure-text.ts';
import { stepDecimals } from './series-ticks.ts';

/** A share in 0..1 as "73.4 %"; without its unit "73.4". */
export function formatPercent(share: number, decimals: number, unit = true): string {
  if (!Number.isFinite(share)) return NONE;
  return (share * 100).toFixed(decimals) + (unit ? ' %' : '');
}

/** "0.897", "12.35", "1235", "1.2e+6": never much longer than that. */
export function formatLoss(loss: number, decimals: number): string {
  if (!Number.isFinite(loss)) return NONE;
  const size = Math.abs(loss);
  if (size >= 99_999.5) return loss.toExponential(1);
  if (size >= 999.5) return loss.toFixed(0);
  return loss.toFixed(size >= 99.95 ? Math.min(1, decimals) : decimals);
}

export function formatPercentTick(share: number, step: number): string {
  return formatPercent(share, stepDecimals(step * 100));
}

export function formatLossTick(loss: number, step: number): string {
  if (step >= 10_000) return loss === 0 ? '0' : loss.toExponential(0);
  // As in "0.0, 0.5, 1.0": a loss is no count.
  return loss.toFixed(step >= 10 ? 0 : Math.max(1, stepDecimals(step)));
}
