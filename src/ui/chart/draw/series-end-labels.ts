/** What stands at the ends of lines: which line it is, and its figure. */
import { endLabelText, stopLabelText } from './series-describe.ts';
import type { LineKind, Measure, Series } from '../data/series-types.ts';

export interface LabelledEnd extends Pick<Series, 'owner' | 'kind' | 'isReference' | 'stopped'> {
  readonly value: number;
  /** It says how the line ended instead. */
  readonly hasEnded: boolean;
}

/** Digits behind those that labels usually have. */
const MOST_MORE_DIGITS = 2;
/** Characters by which a label may outgrow the widest one: a decimal point, for which room is made (LabelRulers). */
const MOST_BEYOND = 1;

/**
 * One label for each line. Lines of one kind that end at different figures have as many digits as tell the most of
 * them apart, as far as there is room: "A val 98.1 %" and "B val 97.9 %", where both would be 98 %.
 */
export function endLabels(
  ends: readonly LabelledEnd[],
  measure: Measure,
  narrow: boolean,
): readonly string[] {
  const labels = ends.map(({ owner }) => owner.label);
  const length = widestLabel(measure, narrow, labels).length + MOST_BEYOND;
  const digits = new Map<string, number>();
  return ends.map((one) => {
    if (one.hasEnded) return stopLabelText(one);
    const own = ends.filter(({ kind, hasEnded }) => kind.name === one.kind.name && !hasEnded);
    const more = digits.get(one.kind.name) ?? moreDigits(own, measure, { narrow, length });
    digits.set(one.kind.name, more);
    return textOf(one, measure, narrow, more);
  });
}

function moreDigits(
  ends: readonly LabelledEnd[],
  measure: Measure,
  { narrow, length }: { readonly narrow: boolean; readonly length: number },
): number {
  let [best, mostApart] = [0, 0];
  for (let more = 0; more <= MOST_MORE_DIGITS; more++) {
    const texts = ends.map((one) => textOf(one, measure, narrow, more));
    if (more > 0 && texts.some((text) => text.length > length)) break;
    const figures = new Set(ends.map(({ value }) => measure.formatShort(value, narrow, more)));
    if (figures.size > mostApart) [best, mostApart] = [more, figures.size];
  }
  return best;
}

function textOf(one: LabelledEnd, measure: Measure, narrow: boolean, more: number): string {
  return endLabelText(one, measure.formatShort(one.value, narrow, more));
}

/** Points without a line have none. */
export function hasLabel({ hasNoLine = false }: LineKind): boolean {
  return !hasNoLine;
}

/**
 * The widest label by its number of characters, since all have the same type. `labels`: of the owners; letters are
 * as wide as "A".
 */
export function widestLabel(
  { lines, formatShort, widest, domain }: Measure,
  narrow: boolean,
  labels: readonly string[],
): string {
  const owner = { label: longest(['A', ...labels]) };
  const value = formatShort(widest, narrow, 0);
  const texts = [
    ...lines
      .filter(hasLabel)
      .map((kind) => endLabelText({ owner, kind, isReference: false }, value)),
    ...(domain.isOfValues === true ? [] : [stopLabelText({ owner, stopped: 'diverged' })]),
  ];
  return longest(texts);
}

/** The first of equals. */
function longest(texts: readonly string[]): string {
  return texts.reduce((most, each) => (each.length > most.length ? each : most), '');
}
