/** What the figures of a class come to, seat by seat: a mean with its interval, a difference, and seats that lie apart. */
import { capitalized } from '../../base/text/capitalized.ts';
import {
  mean,
  median,
  scaledMedianDeviation,
  standardDeviation,
} from '../../base/statistics/summary.ts';
import { countOf } from '../../base/text/count-of.ts';
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { ACCURACY, digitsFor, LOSS, rangeText, signedDifference } from '../metric.ts';
import type { MetricWording } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { LEAST_PAIRS, meanDifference } from '../verdict/paired-difference.ts';
import type { PairedDifference } from '../verdict/paired-difference.ts';

export interface ClassFigures {
  /** "Validation accuracy at the end" */
  readonly label: string;
  /** "%", or '' */
  readonly unit: string;
  /** One, or two that are compared. */
  readonly names: readonly string[];
  /** Each seat once; values in the order of the names. */
  readonly seats: readonly SeatFigures[];
}

export interface SeatFigures {
  readonly seat: number;
  readonly values: readonly number[];
}

/** Accuracies are counts of rows: they differ by so much at least, as they are written. */
const RESOLUTION = 0.1;
const RISK = 0.05;

export function describeClass(figures: ClassFigures): readonly Statement[] {
  const { names, seats } = figures;
  if (seats.length === 0) return [];
  return [
    ...(names.length === 2 ? [describeDifference(figures)] : []),
    ...names.map((_, place) => describeMean(figures, place)),
    ...describeApart(figures),
  ];
}

/** How figures of this unit are written. */
export function wordingOf({ label, unit }: Pick<ClassFigures, 'label' | 'unit'>): MetricWording {
  const isPercent = unit === '%';
  return {
    ...{ better: 'highest', name: label, scale: 1 },
    value: isPercent ? (value) => value.toFixed(1) : LOSS.value,
    unit: isPercent ? PERCENT_SIGN : unit === '' ? '' : `\u00a0${unit}`,
    differenceUnit: isPercent ? ACCURACY.differenceUnit : unit === '' ? '' : ` ${unit}`,
    digits: isPercent ? ACCURACY.digits : LOSS.digits,
  };
}

function valuesAt({ seats }: ClassFigures, place: number): readonly number[] {
  return seats.map(({ values }) => values[place] ?? NaN);
}

/** The interval is that of a mean: over the seeds that a class might have had. */
function describeMean(figures: ClassFigures, place: number): Statement {
  const { names, label } = figures;
  const wording = wordingOf(figures);
  const values = valuesAt(figures, place);
  const count = countOf(values.length, 'seats');
  const lead = `${names.length > 1 ? `${capitalized(names[place] ?? '')}: mean` : 'Mean'} ${wording.value(mean(values))}${wording.unit},`;
  const what = `${lowerCase(label)} over ${count}.`;
  const interval = meanDifference(values, options(figures));
  if (!interval) return { lead, text: `${what} An interval needs at least ${LEAST_PAIRS} seats.` };
  const range = [interval.low, interval.high] as const;
  const sd = wording.value(standardDeviation(values));
  return {
    lead,
    text: `${what} Standard deviation from seat to seat ${sd}${wording.differenceUnit}; 95 % interval of the mean ${wording.value(range[0])} to ${wording.value(range[1])}${wording.unit}.`,
  };
}

/** Rules 1 to 3 of verdicts, for seats. */
function describeDifference(figures: ClassFigures): Statement {
  const { names, label } = figures;
  const [first = '', second = ''] = names;
  const wording = wordingOf(figures);
  const differences = figures.seats.map(({ values: [one = NaN, other = NaN] }) => other - one);
  const difference = meanDifference(differences, options(figures));
  if (!difference)
    return {
      lead: 'Too few seats to judge:',
      text: `${second} minus ${first} is ${signedDifference(wording, mean(differences), 1)} on average. At least ${LEAST_PAIRS} seats are needed.`,
    };
  const range = [difference.low, difference.high] as const;
  const digits = digitsFor(wording, range);
  const amount = signedDifference(wording, difference.mean, digits);
  const interval = `95 % interval ${rangeText(wording, range, digits)}`;
  const count = countOf(difference.count, 'seats');
  if (!difference.isClear)
    return {
      lead: 'No difference shown:',
      text: `${second} minus ${first} is ${amount}, ${interval} (${count}).`,
    };
  const direction = difference.mean > 0 ? 'higher' : 'lower';
  return {
    lead: `${capitalized(second)} is ${direction} than ${first}: ${amount}`,
    text: `in ${lowerCase(label)} (${interval}; ${count}, ${direction} in ${inHowMany(difference)}), at these settings.`,
  };
}

function inHowMany({ mean, higher, lower, count }: PairedDifference): string {
  const same = mean > 0 ? higher : lower;
  return same === count ? 'all' : `${same} of ${count}`;
}

/** So many scaled median absolute deviations from the median. */
const APART = 3;

/** Seats whose figure lies apart, by the place of the figure. None where more than half of all are equal. */
export function seatsApart(figures: ClassFigures, place: number): readonly SeatFigures[] {
  const values = valuesAt(figures, place);
  const [middle, spread] = [median(values), scaledMedianDeviation(values)];
  if (!(spread > 0)) return [];
  return figures.seats.filter((_, index) => {
    const distance = Math.abs((values[index] ?? NaN) - middle);
    return distance > APART * spread;
  });
}

/** Of fewer seats one that lies apart cannot be told. */
const LEAST_FOR_APART = 5;

function describeApart(figures: ClassFigures): readonly Statement[] {
  const { names, seats } = figures;
  if (seats.length < LEAST_FOR_APART) return [];
  const { value, unit } = wordingOf(figures);
  const rule = `more than ${APART} scaled median absolute deviations from the median`;
  const found = names.flatMap((name, place) => {
    const apart = seatsApart(figures, place);
    if (apart.length === 0) return [];
    const list = joinWords(
      apart.map(({ seat, values }) => `seat ${seat} (${value(values[place] ?? NaN)}${unit})`),
    );
    const of = names.length > 1 ? `${capitalized(name)}: ` : '';
    return {
      lead: `${of}${apart.length === 1 ? 'One seat lies' : `${apart.length} seats lie`} apart:`,
      text: `${list}, ${rule}, which is ${value(median(valuesAt(figures, place)))}${unit}. ${apart.length === 1 ? 'It is' : 'They are'} in the mean all the same.`,
    };
  });
  if (found.length > 0) return found;
  return [{ lead: 'No seat lies apart:', text: `none is ${rule}.` }];
}

function options({ unit }: ClassFigures) {
  return { risk: RISK, resolution: unit === '%' ? RESOLUTION : 0 };
}

function lowerCase(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
