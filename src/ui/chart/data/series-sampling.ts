/**
 * Picks the points of a long line that are worth drawing: of each bucket of epochs its lowest and its
 * highest. Bucket widths are powers of two counted from epoch 0, so that finished buckets keep their
 * points while a run grows, until the width doubles. First, last, highest and lowest are always kept.
 */

export const MAX_POINTS = 250;

/** Indices into `values`, ascending, at most `maxPoints` (8 or more). NaN and ±Infinity are gaps. */
export function sampleIndices(values: Float64Array, maxPoints: number = MAX_POINTS): number[] {
  const width = bucketWidth(values.length, maxPoints);
  if (width === 1) return Array.from(values.keys());
  const picked: number[] = [];
  for (let start = 0; start < values.length; start += width) {
    const end = Math.min(start + width, values.length);
    for (const index of bucketIndices(values, start, end)) {
      if (index !== picked.at(-1)) picked.push(index);
    }
  }
  return picked;
}

/** Epochs per bucket. */
export function bucketWidth(count: number, maxPoints: number): number {
  if (count <= maxPoints) return 1;
  let width = 2;
  // Two points a bucket, and one more in the first and in the last.
  while (2 * Math.ceil(count / width) + 2 > maxPoints) width *= 2;
  return width;
}

/** The lowest and the highest, the first of equals; one index of a bucket that is all gap. */
function bucketIndices(values: Float64Array, start: number, end: number): number[] {
  let low = -1;
  let high = -1;
  for (let i = start; i < end; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (low < 0 || value < (values[low] ?? NaN)) low = i;
    if (high < 0 || value > (values[high] ?? NaN)) high = i;
  }
  const indices = low < 0 ? [start] : [Math.min(low, high), Math.max(low, high)];
  if (start === 0) indices.unshift(0);
  if (end === values.length) indices.push(end - 1);
  return indices;
}
