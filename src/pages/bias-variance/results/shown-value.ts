/** A value of the axis as the page names it, and which three are looked at. */
import type { ValueSummary } from '../../../plans/bias-variance.ts';
import { findSweepSetting } from '../../../plans/sweep-settings.ts';
import type { BiasVariance } from '../../../plans/bias-variance.ts';
import type { ShownPlaces } from '../../../store/bias-variance/bias-variance-store.ts';

/** Places in the order in which the page shows them: the more complex fits on the right. */
export function orderOfPlaces({ axis }: Pick<BiasVariance, 'axis'>): number[] {
  const places = [...axis.values.keys()];
  return findSweepSetting(axis.setting)?.simpler === 'last' ? places.toReversed() : places;
}

/** The two ends of the axis, and the best value between them; the middle one until all are trained. */
export function placesToShow(
  chosen: ShownPlaces | null,
  order: readonly number[],
  values: readonly ValueSummary[],
): ShownPlaces {
  const [first = 0, last = first] = [order[0], order.at(-1)];
  if (chosen?.every((place) => order.includes(place))) return chosen;
  const inner = order.slice(1, -1);
  const middle = inner[Math.floor((inner.length - 1) / 2)] ?? last;
  const isWhole = values.every(({ results }) => !results.includes(undefined));
  const best = (isWhole ? inner : []).reduce<number | null>((found, place) => {
    const error = values[place]?.test?.error ?? Infinity;
    return error < (found === null ? Infinity : (values[found]?.test?.error ?? Infinity))
      ? place
      : found;
  }, null);
  return [first, best ?? middle, last];
}

/** As its pin in the chart and its number over it say. */
export const pictureName = (index: number) => `Picture ${index + 1}`;
