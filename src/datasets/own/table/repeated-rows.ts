/** Rows that are equal in every cell. What one of them teaches, it would give away of the other. */

/** [row] the first row that is equal to it: itself, where none before it is. */
export function firstEqualRows(rows: readonly (readonly string[])[]): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from(rows, (cells, row) => {
    const key = JSON.stringify(cells);
    const known = first.get(key);
    if (known === undefined) first.set(key, row);
    return known ?? row;
  });
}

/** Rows that repeat an earlier one. */
export function countRepeats(firstEqual: Int32Array): number {
  return firstEqual.reduce((count, first, row) => count + (first === row ? 0 : 1), 0);
}
