/** Where both classes are equally likely: the zero line of the margins, as an SVG path. */
import type { DecisionBoundaryView } from '../../../../protocol/views.ts';

type Grid = Pick<DecisionBoundaryView, 'size' | 'margins'>;
type Point = readonly [number, number];

/** In the square 0..`side`, y down; cell by cell, each line straight in its cell. */
export function boundaryPath({ size, margins }: Grid, side: number): string {
  const scale = side / (size - 1);
  const at = (row: number, column: number) => margins[row * size + column] ?? NaN;
  const pieces: string[] = [];
  for (let row = 0; row < size - 1; row++)
    for (let column = 0; column < size - 1; column++) {
      // The corners around the cell, and the edges from each to the next.
      const corners = [
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ] as const;
      const points = crossings(corners).map(
        ([x, y]) => `${text((column + x) * scale)} ${text((row + y) * scale)}`,
      );
      for (let i = 0; i + 1 < points.length; i += 2)
        pieces.push(`M${points[i] ?? ''}L${points[i + 1] ?? ''}`);
    }
  return pieces.join('');
}

/** Where the line meets the edges of a cell of side 1: two points, or four at a saddle, in pairs. */
function crossings(corners: readonly [number, number, number, number]): Point[] {
  const [a, b, c, d] = corners;
  const top = crossing(a, b);
  const right = crossing(b, c);
  const bottom = crossing(d, c);
  const left = crossing(a, d);
  const points: Point[] = [
    ...(top === null ? [] : [[top, 0] as const]),
    ...(right === null ? [] : [[1, right] as const]),
    ...(bottom === null ? [] : [[bottom, 1] as const]),
    ...(left === null ? [] : [[0, left] as const]),
  ];
  // Around the cell neighbours are joined; the middle says which, as in bilinear interpolation.
  if (points.length !== 4) return points;
  const middle = (a * c - b * d) / (a + c - b - d);
  const joinsFirst = middle > 0 === a > 0;
  return joinsFirst ? points : [...points.slice(1), ...points.slice(0, 1)];
}

/** Where the line crosses the edge between two corners, 0 to 1; null where both are on one side. */
function crossing(from: number, to: number): number | null {
  return from > 0 === to > 0 ? null : from / (from - to);
}

function text(value: number): string {
  return value.toFixed(2);
}
