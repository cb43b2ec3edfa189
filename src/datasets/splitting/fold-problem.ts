/**
 * Why so many rows cannot be divided into so many folds; null: they can. Asked before a run, and again
 * where rows are divided.
 */
export function foldProblem(foldCount: unknown, rows: number): string | null {
  if (typeof foldCount !== 'number' || !Number.isInteger(foldCount) || foldCount < 2)
    return `Cross-validation takes a whole number of folds from 2 on; ${String(foldCount)} is none.`;
  if (foldCount > rows)
    return `Training and validation have ${rows} examples together; they cannot be divided into ${foldCount} folds.`;
  return null;
}
