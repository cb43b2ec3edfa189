/** The part of the horizontal axis that is shown, in its unit, and which epochs of a line lie there. */
import type { ChartView } from './chart-view.ts';
import type { Series } from './series-types.ts';

export interface AxisWindow {
  readonly from: number;
  readonly to: number;
  /** Where the axis ends when all of it is shown. */
  readonly end: number;
}

type Placed = Pick<Series, 'pace' | 'last' | 'isReference'>;

/** A range that lies beyond this run shows all of it. The curves grow into a run of `epochs`. */
export function axisWindow(
  series: readonly Placed[],
  epochs: number,
  { from, to }: Pick<ChartView, 'from' | 'to'>,
): AxisWindow {
  const ends = series.map(
    ({ pace, last, isReference }) => pace * (isReference ? last : Math.max(epochs, last)),
  );
  const end = Math.max(1, ...(ends.length === 0 ? [epochs] : ends));
  const shownTo = Math.min(to ?? end, end);
  return from < shownTo ? { from, to: shownTo, end } : { from: 0, to: end, end };
}

export function isWhole({ from, to, end }: AxisWindow): boolean {
  return from === 0 && to === end;
}

/** The epochs at the ends of the axis; where it counts steps, those of the owner that takes the most of them. */
export function epochsOfAxis(
  series: readonly Placed[],
  { from, to }: AxisWindow,
): readonly [from: number, to: number] {
  const paces = series.flatMap(({ pace, isReference }) => (isReference ? [] : [pace]));
  const pace = paces.length === 0 ? 1 : Math.max(...paces);
  return [from / pace, to / pace];
}

/** The first and the last epoch to draw, those just beyond the edges included; may be empty. */
export function epochsWithin(
  { pace, values }: Pick<Series, 'pace' | 'values'>,
  { from, to }: AxisWindow,
): readonly [first: number, last: number] {
  return [Math.floor(from / pace), Math.min(Math.ceil(to / pace), values.length - 1)];
}

/** Whether an epoch of a line, or a time within one, is shown. */
export function isWithin(pace: number, epoch: number, { from, to }: AxisWindow): boolean {
  return epoch * pace >= from && epoch * pace <= to;
}
