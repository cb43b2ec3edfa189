/** What a chart says of itself in words: over its table, and to a screen reader in place of its picture. */
import type { PlaceAxis } from './axis/place-axis.ts';
import { firstPosition, lastPosition } from './axis/series-position.ts';
import { lastEpoch } from './data/series-collect.ts';
import { equalOwnersTexts } from './data/series-equal.ts';
import { listEvents } from './data/series-events.ts';
import type {
  ChartChange,
  DrawnSeries,
  MarkedPlace,
  Measure,
  Prediction,
  Series,
  Stretch,
} from './data/series-types.ts';
import type { AxisWindow } from './data/series-window.ts';
import { describeReading, readAt } from './draw/series-describe.ts';

/** Lines that are 0 everywhere say less than a sentence. */
export function isAllZero(measure: Measure, series: readonly Series[]): boolean {
  return (
    measure.allZero !== undefined &&
    lastEpoch(series) >= 0 &&
    series.every(({ values }) => values.every((value) => value === 0 || Number.isNaN(value)))
  );
}

interface Told {
  readonly measure: Measure;
  readonly places: PlaceAxis;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
  readonly spread: string | null;
}

/** `caption`: what the table is of. */
export function tableCaption(caption: string, notes: readonly string[], told: Told): string {
  return [caption, ...notes, ...spreadText(told), ...eventTexts(told)].join('. ');
}

export function pictureName(told: Told): string {
  const { measure, places, series } = told;
  const own = series.filter(({ isReference }) => !isReference);
  const names = [...new Set(own.map(({ owner }) => owner.name))];
  const whose = names.length === 0 ? 'no run yet' : names.join('; ');
  const earlier = own.length < series.length ? ', over an earlier run' : '';
  return [
    `Lines of ${measure.noun} by ${places.name}: ${whose}${earlier}`,
    ...lookBackText(own),
    ...equalOwnersTexts(own),
    ...spreadText(told),
    ...eventTexts(told),
  ].join('. ');
}

/** The figures at the newest place; along the values of a setting those at both ends. */
export function endTexts(
  series: readonly DrawnSeries[],
  { measure, places, window }: Pick<Told, 'measure' | 'places'> & { readonly window: AxisWindow },
): readonly string[] {
  const [first, last] = [firstPosition(series, window), lastPosition(series, window)];
  if (last < 0) return [];
  const ends = measure.domain.isOfValues === true ? [...new Set([first, last])] : [last];
  return ends.map((at) => describeReading(readAt(series, at), measure, { axis: places, at }));
}

/** Between which figures a line was foretold to end. */
export function predictionText(
  { low, high, label }: Prediction,
  { formatExact }: Pick<Measure, 'formatExact'>,
): string {
  return `${label}: between ${formatExact(low)} and ${formatExact(high)} at the end`;
}

function eventTexts({ places, series, changes, stretches, marked }: Told): readonly string[] {
  return [
    ...listEvents(series, changes),
    ...marked.map(({ at, label }) => `${label}: ${places.rowText(at)}`),
    ...stretches.map(({ from, to, label }) => {
      const [first, last] = [places.rowText(from), places.rowText(to)];
      return `${label}: ${first === last ? first : `${first} to ${last}`}`;
    }),
  ];
}

/** Says what the spread is, where figures are means. */
function spreadText({ spread }: Told): readonly string[] {
  return spread === null ? [] : [`Mean ± ${spread}`];
}

function lookBackText(series: readonly Series[]): readonly string[] {
  const upTo = series[0]?.upTo ?? null;
  return upTo === null ? [] : [`Looking back at epoch ${upTo}: what came after is faint`];
}
