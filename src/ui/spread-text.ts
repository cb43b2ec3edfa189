/** A figure of one run, or the mean of several with their standard deviation. */
import { PERCENT_SIGN } from '../base/percent-sign.ts';
import { NONE } from './figure-text.ts';
import type { Format } from './figure-text.ts';

/** "73.0 %", "73.0 ± 2.6 %", "0.897 ± 0.031"; figures that are missing are left out. */
export function spreadText(values: readonly number[], format: Format): string {
  const known = values.filter((value) => Number.isFinite(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (known.length === 0) return NONE;
  if (known.length === 1) return format(mean);
  const squares = known.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = format(Math.sqrt(squares / (known.length - 1)));
  // The unit once, at the end.
  return `${format(mean).replace(PERCENT_SIGN, '')} ± ${deviation}`;
}
