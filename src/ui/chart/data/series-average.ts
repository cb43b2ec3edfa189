/** Mean and spread over the repeated runs of one owner. */

export interface Average {
  readonly values: Float64Array;
  /** Sample standard deviation (divided by n − 1), NaN where n < 2; null where there is one column. */
  readonly spread: Float64Array | null;
}

/** Epoch by epoch over the columns that have a number there; NaN where none has. */
export function averageColumns(columns: readonly Float64Array[]): Average {
  const [first] = columns;
  if (columns.length === 1 && first) return { values: first, spread: null };
  const length = Math.max(0, ...columns.map((column) => column.length));
  const values = new Float64Array(length);
  const spread = new Float64Array(length);
  for (let epoch = 0; epoch < length; epoch++) {
    let count = 0;
    let sum = 0;
    for (const column of columns) {
      const value = column[epoch] ?? NaN;
      if (Number.isNaN(value)) continue;
      count += 1;
      sum += value;
    }
    const mean = count === 0 ? NaN : sum / count;
    values[epoch] = mean;
    spread[epoch] = count < 2 ? NaN : Math.sqrt(squaresAround(columns, epoch, mean) / (count - 1));
  }
  return { values, spread };
}

/** How many columns have a number at an epoch. */
export function countAt(columns: readonly Float64Array[], epoch: number): number {
  let count = 0;
  for (const column of columns) if (!Number.isNaN(column[epoch] ?? NaN)) count += 1;
  return count;
}

function squaresAround(columns: readonly Float64Array[], epoch: number, mean: number): number {
  let sum = 0;
  for (const column of columns) {
    const value = column[epoch] ?? NaN;
    if (!Number.isNaN(value)) sum += (value - mean) * (value - mean);
  }
  return sum;
}
