/** A figure of one run, or the mean of several with their standard deviation. */
import { PERCENT_SIGN } from './percent-sign.ts';
import { mean, standardDeviation } from '../statistics/summary.ts';
import { LARGEST, NONE } from './figure-text.ts';
import type { Format } from './figure-text.ts';

/** "73.0 %", "73.0 ± 2.6 %", "0.897 ± 0.031", on one line; figures that are missing are left out. */
export function spreadText(values: readonly number[], format: Format): string {
  const { figure, spread } = spreadParts(values, format);
  return spread === '' ? figure : `${figure}${NO_BREAK}${spread}`;
}

export interface SpreadParts {
  readonly figure: string;
  /** "± 2.6 %"; '' where there is none. */
  readonly spread: string;
}

/** The same in two pieces, for where they have a line each. */
export function spreadParts(values: readonly number[], format: Format): SpreadParts {
  const known = values.filter((value) => Number.isFinite(value));
  const middle = mean(known);
  if (known.length === 0) return { figure: NONE, spread: '' };
  // The spread of figures that have exploded says nothing.
  if (known.length === 1 || Math.abs(middle) >= LARGEST)
    return { figure: format(middle), spread: '' };
  const deviation = format(standardDeviation(known));
  // The unit once, at the end.
  return {
    figure: format(middle).replace(PERCENT_SIGN, ''),
    spread: `±${NO_BREAK}${deviation}`,
  };
}

const NO_BREAK = '\u00a0';
