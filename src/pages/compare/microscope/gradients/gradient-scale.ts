/** The logarithmic scale that the lines of all arms share, and their paths on it. */
import type { Kept } from '../../../../client/picture-history.ts';
import type { GradientsView } from '../../../../protocol/views.ts';
import { typicalGradient } from './typical-gradient.ts';

export const WIDTH = 160;
export const HEIGHT = 100;

/** Smaller ones, and exact zeros, lie on the lower edge. */
const LOWEST_POWER = -16;
const HIGHEST_POWER = 16;
/** On a shorter scale layers that hardly differ would seem to differ. */
const FEWEST_POWERS = 3;
const MOST_POINTS = 200;

/** Powers of ten at its ends. */
export interface GradientScale {
  readonly from: number;
  readonly to: number;
}

export function gradientScale(views: readonly GradientsView[]): GradientScale {
  let [smallest, largest] = [Infinity, 0];
  for (const { layers } of views)
    for (const size of layers.map(typicalGradient)) {
      if (!Number.isFinite(size) || size === 0) continue;
      smallest = Math.min(smallest, size);
      largest = Math.max(largest, size);
    }
  if (largest === 0) return { from: -FEWEST_POWERS, to: 0 };
  const to = within(Math.ceil(Math.log10(largest)));
  const from = within(Math.floor(Math.log10(smallest)));
  return { from: Math.min(from, to - FEWEST_POWERS), to };
}

function within(power: number): number {
  // Without −0.
  return Math.min(HIGHEST_POWER, Math.max(LOWEST_POWER, power)) + 0;
}

/** The height of a gradient on the scale, from 0 at the lower edge to 1; NaN where there is no number. */
export function heightOf(size: number, { from, to }: GradientScale): number {
  if (!Number.isFinite(size)) return NaN;
  return Math.min(1, Math.max(0, (Math.log10(size) - from) / (to - from)));
}

/** One layer over the epochs, broken where there is no number. */
export function gradientPath(
  pictures: readonly Kept<GradientsView>[],
  layer: number,
  scale: GradientScale,
  epochs: number,
): string {
  let path = '';
  let isDrawing = false;
  for (const { epoch, picture } of fewer(pictures)) {
    const one = picture.layers[layer];
    const height = one ? heightOf(typicalGradient(one), scale) : NaN;
    const x = (WIDTH * epoch) / Math.max(1, epochs);
    if (Number.isFinite(height))
      path += `${isDrawing ? 'L' : 'M'}${x.toFixed(1)} ${(HEIGHT * (1 - height)).toFixed(1)}`;
    isDrawing = Number.isFinite(height);
  }
  // A line of no length, which round ends make a dot.
  return path.lastIndexOf('M') > path.lastIndexOf('L') ? `${path}h0` : path;
}

/** As many pictures as can be told apart, the last one among them. */
function fewer<One>(all: readonly One[]): One[] {
  const stride = Math.ceil(all.length / MOST_POINTS);
  return all.filter((_, index) => (all.length - 1 - index) % stride === 0);
}
