/** Rows so few that hardly anything follows from them. */
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { decimals } from '../../base/text/figure-text.ts';

/** From here on the 95 % interval of a share (Wilson) is narrower than ± 17 points. */
const ENOUGH_ROWS = 30;

export function hasFewRows(rows: number): boolean {
  return rows < ENOUGH_ROWS;
}

/** What a figure of so few rows is worth, where it is a share that is right and where it is a loss. */
export function fewRowsText(rows: number, isShare: boolean): string {
  if (!isShare) return 'figures of so few say little of others.';
  if (rows === 1) return `the figure can only be 0 or 100${PERCENT_SIGN}.`;
  return `each is worth ${decimals(1)(100 / rows)} points.`;
}
