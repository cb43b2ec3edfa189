/** From x and y in the data's own units to the frame, and curves as paths in it. */
import { CURVE_RANGE } from '../../../../datasets/kinds/curve-dataset.ts';
import type { RunRows } from '../../shared/run-rows.ts';

/** Of the frame; y down. */
export const FRAME = { width: 160, height: 100 } as const;

/** A little around the range, so that points at its ends are whole. */
export const X_AXIS = { from: CURVE_RANGE.from - 0.04, to: CURVE_RANGE.to + 0.04 } as const;

export interface CurveScale {
  readonly lowest: number;
  readonly highest: number;
  readonly left: (x: number) => number;
  readonly top: (y: number) => number;
}

/** A scale with room for the points of all arms and for the true curve; answers beyond it are cut off. */
export function curveScale(rows: RunRows, trueValues: readonly number[]): CurveScale {
  let [lowest, highest] = [Math.min(...trueValues), Math.max(...trueValues)];
  for (const { training, validation } of rows.values())
    for (const { targets } of [training, validation])
      for (const y of targets) [lowest, highest] = [Math.min(lowest, y), Math.max(highest, y)];
  const margin = 0.04 * (highest - lowest);
  [lowest, highest] = [lowest - margin, highest + margin];
  const { from, to } = X_AXIS;
  return {
    lowest,
    highest,
    left: (x) => (FRAME.width * (x - from)) / (to - from),
    top: (y) => (FRAME.height * (highest - y)) / (highest - lowest),
  };
}

/** The path of a curve, given its values at equal distances from one end of the range to the other. */
export function curvePath(values: ArrayLike<number>, { left, top }: CurveScale): string {
  const points = Array.from({ length: values.length }, (_, i) => {
    // Renderers have trouble with lines that leave the picture too far.
    const y = Math.min(10 * FRAME.height, Math.max(-10 * FRAME.height, top(values[i] ?? NaN)));
    return `${left(xOf(i, values.length)).toFixed(2)} ${y.toFixed(2)}`;
  });
  return `M${points.join('L')}`;
}

/** The curve without noise at as many points. */
export function trueValuesOf(curve: (x: number) => number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => curve(xOf(i, points)));
}

/** x of the i-th of so many points. */
export function xOf(i: number, points: number): number {
  const { from, to } = CURVE_RANGE;
  return from + ((to - from) * i) / (points - 1);
}
