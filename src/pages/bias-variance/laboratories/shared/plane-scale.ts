/** Where weights lie in a drawing of their plane: the same length for both of them. */

export interface PlaneRange {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface PlaneScale {
  readonly width: number;
  readonly height: number;
  readonly x: (weight: number) => number;
  readonly y: (weight: number) => number;
  /** Pixels of the drawing to one unit of a weight. */
  readonly unit: number;
  /** From a place in the drawing back to weights. */
  readonly weightsAt: (x: number, y: number) => readonly [number, number];
}

export function planeScale({ x, y }: PlaneRange, width: number): PlaneScale {
  const unit = width / (x[1] - x[0]);
  const height = unit * (y[1] - y[0]);
  return {
    ...{ width, height, unit },
    x: (weight) => (weight - x[0]) * unit,
    y: (weight) => (y[1] - weight) * unit,
    weightsAt: (left, top) => [x[0] + left / unit, y[1] - top / unit],
  };
}

/** Of a step: closer to an end a number would be cut by it. */
const ROOM = 0.2;

/** Whole numbers, or halves of a small range, that have room within it. */
export function planeTicks([from, to]: readonly [number, number]): number[] {
  const step = to - from > 3 ? 1 : 0.5;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step + ROOM) * step; tick < to - ROOM * step; tick += step)
    if (Math.abs(tick) > 1e-9) ticks.push(Number(tick.toFixed(6)));
  return ticks;
}
