/** What stands at the ends of lines: which line it is, and its figure. */
import { endLabelText, stopLabelText } from './series-describe.ts';
import type { Measure, Series } from '../data/series-types.ts';

export interface LabelledEnd extends Pick<Series, 'arm' | 'kind' | 'isReference' | 'stopped'> {
  readonly value: number;
  /** It says how the line ended instead. */
  readonly hasEnded: boolean;
}

/** Digits behind those that labels usually have. */
const MOST_MORE_DIGITS = 2;
/** Characters by which a label may outgrow the widest one: a decimal point, for which room is made (LabelRulers). */
const MOST_BEYOND = 1;

/**
 * One for each. Lines of one kind that end at different figures have as many digits as tell the most of them
 * apart, as far as there is room: "A val 98.1 %" and "B val 97.9 %", where both would be 98 %.
 */
export function endLabels(
  ends: readonly LabelledEnd[],
  measure: Measure<string>,
  narrow: boolean,
): readonly string[] {
  const length = widestLabel(measure, narrow).length + MOST_BEYOND;
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
  measure: Measure<string>,
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

function textOf(one: LabelledEnd, measure: Measure<string>, narrow: boolean, more: number): string {
  return endLabelText(one, measure.formatShort(one.value, narrow, more));
}

/** By the number of characters; all have the same type. */
export function widestLabel(
  { lines, formatShort, widest }: Measure<string>,
  narrow: boolean,
): string {
  const arm = { armId: 'A' };
  const value = formatShort(widest, narrow, 0);
  const labels = [
    ...lines.map((kind) => endLabelText({ arm, kind, isReference: false }, value)),
    stopLabelText({ arm, stopped: 'diverged' }),
  ];
  return labels.reduce((longest, each) => (each.length > longest.length ? each : longest));
}
