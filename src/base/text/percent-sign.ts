/** After a figure, apart from it by a narrow space that does not break: it never begins a line. */
export const PERCENT_SIGN = '\u202f%';
