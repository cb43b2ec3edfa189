/**
 * Follows a figure. A narrow space that does not break stands between the two, so that the sign never begins a
 * line.
 */
export const PERCENT_SIGN = '\u202f%';
