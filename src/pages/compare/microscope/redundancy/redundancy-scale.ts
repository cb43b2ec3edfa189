/** The scale that the lines of all arms share. */
import type { RedundancyView } from '../../../../protocol/views.ts';

export const WIDTH = 160;
export const HEIGHT = 100;
/** Of the hidden units, removed at the right end. */
export const LAST_SHARE = 0.8;

/** The round tenth below all accuracies. */
export function lowestTick(views: readonly RedundancyView[]): number {
  const all = views.flatMap(({ points }) => points.map(({ accuracy }) => accuracy));
  return Math.max(0, Math.floor(10 * Math.min(0.9, ...all)) / 10);
}

export function redundancyPath({ points }: RedundancyView, lowest: number): string {
  return points
    .map(({ share, accuracy }, index) => {
      const x = (WIDTH * share) / LAST_SHARE;
      const y = (HEIGHT * (1 - accuracy)) / (1 - lowest);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
