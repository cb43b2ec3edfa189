/** Rule 13: so few validation rows that hardly anything follows from them. */
import { PERCENT_SIGN } from '../../base/percent-sign.ts';
import { count, decimals } from '../../ui/figure-text.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';

/** From here on the 95 % interval of a share (Wilson) is narrower than ± 17 points. */
const ENOUGH_ROWS = 30;

export function hasFewRows(rows: number): boolean {
  return rows < ENOUGH_ROWS;
}

export function describeFewRows({ arms, material, metric }: Evidence): Statement[] {
  const { validationRows, noun } = material;
  if (!hasFewRows(validationRows) || arms.length === 0) return [];
  const text = fewRowsText(validationRows, metric.better === 'highest');
  return [{ lead: `Only ${rowsText(validationRows, noun)} to judge by:`, text }];
}

/** "each is worth 50.0 points", of the share that is right. */
export function fewRowsText(rows: number, isShare: boolean): string {
  if (!isShare) return 'figures of so few say little of others.';
  if (rows === 1) return `the figure can only be 0 or 100${PERCENT_SIGN}.`;
  return `each is worth ${decimals(1)(100 / rows)} points.`;
}

/** "897 images", "1 image": all plurals end in "s". */
export function rowsText(rows: number, noun: string): string {
  return rows === 1 ? `1 ${noun.replace(/s$/, '')}` : `${count(rows)} ${noun}`;
}
