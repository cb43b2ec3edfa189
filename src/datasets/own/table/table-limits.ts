/** How large a table may be: what fits into the memory of a phone's browser, several workers included. */
export const TABLE_LIMITS = {
  bytes: 20 * 1024 * 1024,
  rows: 100_000,
  columns: 2000,
  /** Rows times inputs, after each value of a category has become an input of its own. */
  values: 16_000_000,
} as const;
