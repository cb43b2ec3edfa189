/** What every drawn row does: the part in which it validates, or that it only trains. */
import { VALIDATES_NEVER, targetsInOrder } from './fold-rows.ts';
import type { RowParts } from '../../engine/batches/row-parts.ts';
import type { DrawnRows } from './drawn-rows.ts';

/** `parts`: of cross-validation; null: rows validate or train as they were drawn. */
export function rowPartsOf(
  drawn: DrawnRows,
  parts: Int32Array | null,
  isClassification: boolean,
): RowParts {
  const { validation, numbers, sealedTestRows } = drawn;
  const targets = targetsInOrder(drawn);
  return {
    numbers: numbers && Int32Array.from([...numbers.validation, ...numbers.training]),
    classes: isClassification ? Int32Array.from(targets) : null,
    parts: Int32Array.from(targets, (_, row) =>
      parts ? (parts[row] ?? VALIDATES_NEVER) : row < validation.count ? 0 : VALIDATES_NEVER,
    ),
    sealedTestRows,
  };
}
