/**
 * Points of the user's own: training examples that were put into the plane by hand. They come after the drawn ones,
 * which so keep their row numbers, and they are the same in every repeat. No wrong label is planted among them:
 * each has the class that it was given.
 */
import type { Rows } from '../dataset.ts';

/** In the data's own units; class 0 or 1. */
export type OwnPoint = readonly [x: number, y: number, label: number];

/** New rows with the points at their end; the very same rows where there are none. */
export function withOwnPoints(rows: Rows, points: readonly OwnPoint[]): Rows {
  if (points.length === 0) return rows;
  const count = rows.count + points.length;
  const features = new Float32Array(count * 2);
  features.set(rows.features);
  features.set(
    points.flatMap(([x, y]) => [x, y]),
    rows.count * 2,
  );
  const targets = new Float32Array(count);
  targets.set(rows.targets);
  targets.set(
    points.map(([, , label]) => label),
    rows.count,
  );
  return { ...rows, count, features, targets };
}
