/**
 * What every drawn row does: in which fold it validates, or that it only trains. Rows are in the order in which they
 * are divided, validation rows first and then training rows.
 */
export interface RowParts {
  /** [row] its number in the set, as of training rows; null: it has none. */
  readonly numbers: Int32Array | null;
  /** [row] its true class; null in regression. */
  readonly classes: Int32Array | null;
  /** [row] the fold in which it validates, from 0; of a single split 0. Below 0: it never does. */
  readonly parts: Int32Array;
  readonly sealedTestRows: number;
}
