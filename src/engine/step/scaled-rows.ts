/** Rows of examples as a network takes them: features in double precision, already scaled. */
import type { Examples } from '../batches/examples.ts';

/** [row, feature] of the named rows, in their order. */
export function scaledRows(
  { count, features, featureScale }: Examples,
  rows: ArrayLike<number>,
): Float64Array {
  const width = features.length / count;
  const scaled = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] ?? 0) * width;
    for (let f = 0; f < width; f++)
      scaled[i * width + f] = (features[from + f] ?? 0) * featureScale;
  }
  return scaled;
}
