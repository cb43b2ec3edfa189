/** Lines and bands as SVG paths: straight from point to point, broken where there is no value. */
import type { BandPoint, SeriesPoint } from '../data/series-types.ts';

type ToPixel = (value: number) => number;

export function linePath(points: readonly SeriesPoint[], x: ToPixel, y: ToPixel): string {
  let path = '';
  let broken = true;
  for (const { epoch, value } of points) {
    if (value !== null)
      path += `${broken ? 'M' : 'L'}${x(epoch).toFixed(1)},${y(value).toFixed(1)}`;
    broken = value === null;
  }
  return path;
}

/** Along the upper edge of each piece and back along the lower one. */
export function bandPath(
  pieces: readonly (readonly BandPoint[])[],
  x: ToPixel,
  y: ToPixel,
): string {
  return pieces
    .map((piece) => {
      const upper = piece.map(({ epoch, high }) => corner(x(epoch), y(high)));
      const lower = piece.toReversed().map(({ epoch, low }) => corner(x(epoch), y(low)));
      return `M${[...upper, ...lower].join('L')}Z`;
    })
    .join('');
}

function corner(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
