/** From the data's own units to the frame, 0 to 100 each way with y down, and back. */

/** Of the frame. */
export const SIDE = 100;
export const HALF = SIDE / 2;

/** What is drawn: x and y from −halfSide to halfSide. */
export interface PlaneScale {
  readonly halfSide: number;
  readonly toFrame: (place: {
    readonly x: number;
    readonly y: number;
  }) => readonly [number, number];
  readonly toPlane: (left: number, top: number) => readonly [number, number];
}

export function planeScale(halfSide: number): PlaneScale {
  return {
    halfSide,
    toFrame: ({ x, y }) => [HALF * (1 + x / halfSide), HALF * (1 - y / halfSide)],
    toPlane: (left, top) => [(left / HALF - 1) * halfSide, (1 - top / HALF) * halfSide],
  };
}
