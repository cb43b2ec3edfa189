/** Whether two sets of answers to the same rows differ by more than chance. */
import { exp, log } from '../elementary.ts';

/**
 * The chance that rows on which only one of two is right fall at least as unevenly as `one` to `other`,
 * if each were as likely to fall either way: McNemar’s test, exact and two-sided (McNemar 1947, Psychometrika
 * 12). Fewer than 6 rows are never uneven enough for 5 %.
 */
export function mcnemar(one: number, other: number): number {
  const rows = one + other;
  const fewer = Math.min(one, other);
  // For 1,100 rows 2⁻ⁿ underflows to 0; its logarithm does not.
  let logTerm = -rows * Math.LN2;
  let tail = exp(logTerm);
  for (let count = 1; count <= fewer; count++) {
    logTerm += log((rows - count + 1) / count);
    tail += exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
