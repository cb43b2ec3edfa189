/**
 * How canvases of this page are painted. A picture that is saved has their pixels as they are computed, in whatever
 * colours it wants; nothing is read back from a canvas, since browsers that protect against fingerprinting disturb it.
 */
import { parseColor } from './parse-color.ts';
import type { Color } from './parse-color.ts';

/** As the style sheet has them in this colour scheme: tokens themselves are not resolved. */
export interface CanvasColors {
  readonly fill: Color;
  readonly stroke: Color;
  readonly color: Color;
}

/** Fills all of the pixels, four numbers each. */
export type Paint = (pixels: Uint8ClampedArray, colors: CanvasColors) => void;

const painters = new WeakMap<HTMLCanvasElement, Paint>();

export function rememberPaint(canvas: HTMLCanvasElement, paint: Paint): void {
  painters.set(canvas, paint);
}

/** In the colours of now; null: it is not known how it is painted. */
export function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray<ArrayBuffer> | null {
  const paint = painters.get(canvas);
  if (!paint) return null;
  const pixels = new Uint8ClampedArray(4 * canvas.width * canvas.height);
  const { fill, stroke, color } = getComputedStyle(canvas);
  paint(pixels, {
    ...{ fill: parseColor(fill), stroke: parseColor(stroke), color: parseColor(color) },
  });
  return pixels;
}
