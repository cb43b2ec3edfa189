/** A line as an SVG path: straight from point to point, broken where there is no value. */
import type { SeriesPoint } from './series-types.ts';

export function linePath(
  points: readonly SeriesPoint[],
  x: (epoch: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let broken = true;
  for (const { epoch, value } of points) {
    if (value !== null)
      path += `${broken ? 'M' : 'L'}${x(epoch).toFixed(1)},${y(value).toFixed(1)}`;
    broken = value === null;
  }
  return path;
}
