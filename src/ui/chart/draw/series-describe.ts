/** Series in words: for labels, for the readout, for a screen reader. */
import { PERCENT_SIGN } from '../../../base/text/percent-sign.ts';
import type { ArmStyleInfo } from '../../arm-style.ts';
import { count } from '../../../base/text/figure-text.ts';
import { countAt } from '../data/series-average.ts';
import { epochAt } from '../axis/series-position.ts';
import type { AxisUnit, LineKind, Measure, Series } from '../data/series-types.ts';

export interface ArmReading {
  readonly arm: ArmStyleInfo;
  readonly isReference: boolean;
  readonly stopped: string | null;
  /** The newest one that was over; NaN where the arm has none. */
  readonly epoch: number;
  /** One a line. */
  readonly cells: readonly CellReading[];
}

interface CellReading {
  readonly kind: LineKind<string>;
  readonly value: number;
  /** NaN where there is none. */
  readonly spread: number;
  /** "4 of 5 seeds", where some have no value any more; else ''. */
  readonly seeds: string;
}

interface Labelled {
  readonly arm: Pick<ArmStyleInfo, 'armId'>;
}

/** "A val 73 %" */
export function endLabelText(
  { arm, kind, isReference }: Labelled & Pick<Series, 'kind' | 'isReference'>,
  value: string,
): string {
  const words = [isReference ? 'ref' : '', arm.armId, isReference ? '' : kind.short, value];
  return words.filter((word) => word !== '').join(' ');
}

/** "A diverged", as short as the others: the mark on its line shows when. */
export function stopLabelText({ arm, stopped }: Labelled & Pick<Series, 'stopped'>): string {
  return `${arm.armId} ${stopped === 'stoppedEarly' ? 'stopped' : stopped}`;
}

/** What each arm had at a place on the axis; arms without lines are left out. */
export function readAt(series: readonly Series[], at: number): readonly ArmReading[] {
  const main = series.filter(({ isMain }) => isMain);
  return main.map(({ arm, isReference, stopped }) => {
    const own = series.filter(
      (one) => one.arm.armId === arm.armId && one.isReference === isReference,
    );
    const epoch = Math.max(...own.map((one) => epochAt(one, at)).filter(Number.isFinite));
    return {
      ...{ arm, isReference, stopped },
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
export function figureText(measure: Measure<string>, value: number, spread: number): string {
  const text = measure.formatExact(value);
  if (!Number.isFinite(spread)) return text;
  const unit = text.endsWith(PERCENT_SIGN) ? PERCENT_SIGN : '';
  return `${text.slice(0, text.length - unit.length)} ± ${measure.formatSpread(spread)}${unit}`;
}

/** "Epoch 17", "Step 1,300" */
export function placeText(unit: AxisUnit, at: number): string {
  return unit === 'epochs' ? `Epoch ${at}` : `Step ${count(at)}`;
}

/** "Epoch 17. A: validation 81.2 %, training 76.5 %. B: …" */
export function describeReading(
  readings: readonly ArmReading[],
  measure: Measure<string>,
  { unit, at, events = [] }: { unit: AxisUnit; at: number; events?: readonly string[] },
): string {
  const arms = readings.map((reading) => {
    const { arm, isReference, stopped, epoch, cells } = reading;
    const place = unit === 'steps' && Number.isFinite(epoch) ? `, epoch ${epoch}` : '';
    const who = `${isReference ? 'Reference ' : ''}${arm.armId}${place}`;
    if (cells.every(({ value }) => Number.isNaN(value)))
      return `${who}: ${stopped === null ? 'no figure' : 'stopped'}`;
    return `${who}: ${cells.map((cell) => describeCell(measure, cell)).join(', ')}`;
  });
  return [placeText(unit, at), ...arms, ...events].join('. ');
}

function describeCell(
  measure: Measure<string>,
  { kind, value, spread, seeds }: CellReading,
): string {
  const figure = `${kind.name} ${figureText(measure, value, spread)}`;
  return seeds === '' ? figure : `${figure} (${seeds})`;
}
