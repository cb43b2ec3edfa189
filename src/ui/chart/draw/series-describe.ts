/** Series in words: for labels, for the readout, for a screen reader. */
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import type { LineOwner } from '../data/line-owner.ts';
import { countAt } from '../data/series-average.ts';
import { epochAt } from '../axis/series-position.ts';
import type { PlaceAxis } from '../axis/place-axis.ts';
import type { LineKind, Measure, Series } from '../data/series-types.ts';

export interface OwnerReading {
  readonly owner: LineOwner;
  readonly isReference: boolean;
  readonly stopped: string | null;
  /** The newest one that was over; NaN where the owner has none. */
  readonly epoch: number;
  /** One a line. */
  readonly cells: readonly CellReading[];
}

interface CellReading {
  readonly kind: LineKind;
  readonly value: number;
  /** NaN where there is none. */
  readonly spread: number;
  /** "4 of 5 seeds", where some have no value any more; else ''. */
  readonly seeds: string;
}

interface Labelled {
  readonly owner: Pick<LineOwner, 'label'>;
}

/** "A val 73 %" */
export function endLabelText(
  { owner, kind, isReference }: Labelled & Pick<Series, 'kind' | 'isReference'>,
  value: string,
): string {
  const words = [isReference ? 'ref' : '', owner.label, isReference ? '' : kind.short, value];
  return words.filter((word) => word !== '').join(' ');
}

/** "A diverged", as short as the others: the mark on its line shows when. */
export function stopLabelText({ owner, stopped }: Labelled & Pick<Series, 'stopped'>): string {
  return `${owner.label} ${stopped === 'stoppedEarly' ? 'stopped' : stopped}`;
}

/** What each owner had at a place on the axis; those without lines are left out. */
export function readAt(series: readonly Series[], at: number): readonly OwnerReading[] {
  const main = series.filter(({ isMain, owner }) => isMain && owner.isMinor !== true);
  return main.map(({ owner, isReference, stopped }) => {
    const own = series.filter(
      (one) => one.owner.id === owner.id && one.isReference === isReference,
    );
    const epoch = Math.max(...own.map((one) => epochAt(one, at)).filter(Number.isFinite));
    return {
      ...{ owner, isReference, stopped },
      epoch: Number.isFinite(epoch) ? epoch : NaN,
      cells: own.map((one) => readCell(one, epoch)),
    };
  });
}

function readCell({ kind, values, spread, columns }: Series, epoch: number): CellReading {
  const present = countAt(columns, epoch);
  const isPartial = present > 0 && present < columns.length;
  return {
    kind,
    value: values[epoch] ?? NaN,
    spread: spread?.[epoch] ?? NaN,
    seeds: isPartial ? `${present} of ${columns.length} seeds` : '',
  };
}

/** "73.4 %", "73.4 ± 2.1 %" */
export function figureText(measure: Measure, value: number, spread: number): string {
  const text = measure.formatExact(value);
  if (!Number.isFinite(spread)) return text;
  const unit = text.endsWith(PERCENT_SIGN) ? PERCENT_SIGN : '';
  return `${text.slice(0, text.length - unit.length)} ± ${measure.formatSpread(spread)}${unit}`;
}

/** "Epoch 17. A: validation 81.2 %, training 76.5 %. B: …" */
export function describeReading(
  readings: readonly OwnerReading[],
  measure: Measure,
  { axis, at, events = [] }: { axis: PlaceAxis; at: number; events?: readonly string[] },
): string {
  const owners = readings.map((reading) => {
    const { owner, isReference, stopped, epoch, cells } = reading;
    const own = axis.ownPlaceText && Number.isFinite(epoch) ? axis.ownPlaceText(epoch) : '';
    const place = own === '' ? '' : `, ${own}`;
    const who = `${isReference ? 'Reference ' : ''}${owner.label}${place}`;
    const says = (what: string) => (who === '' ? what : `${who}: ${what}`);
    if (cells.every(({ value }) => Number.isNaN(value)))
      return says(stopped === null ? 'no figure' : 'stopped');
    return says(cells.map((cell) => describeCell(measure, cell)).join(', '));
  });
  return [axis.placeText(at), ...owners, ...events].join('. ');
}

function describeCell(measure: Measure, { kind, value, spread, seeds }: CellReading): string {
  const figure = `${kind.name} ${figureText(measure, value, spread)}`.trimStart();
  return seeds === '' ? figure : `${figure} (${seeds})`;
}
