/** What of the lines lies beyond a linear value axis, in words: no line is lost silently. */
import { startEnd, valueAxis } from '../axis/series-domain.ts';
import type { Extended } from './series-extent.ts';
import { lineNames } from './series-names.ts';
import type { NamedLine } from './series-names.ts';
import type { LineView } from './chart-view.ts';
import type { DomainRule } from './series-types.ts';
import { epochsWithin } from './series-window.ts';
import type { AxisWindow } from './series-window.ts';

interface Shown {
  readonly window: AxisWindow;
  readonly view: Pick<LineView, 'scale' | 'showsSeeds'>;
}

/** As many as there may be: the axis then ends close to its values. */
const MOST_TICKS = 8;

/**
 * "epoch 0 off the scale", "first epochs off the scale", "off the scale: validation and training of C". Lines
 * that come in from below, as accuracies do that begin by guessing, are seen to do so.
 */
export function clippedTexts(
  series: readonly (Extended & NamedLine)[],
  rule: DomainRule,
  { window, view }: Shown,
): readonly string[] {
  if (view.scale === 'log') return [];
  const { low, high } = valueAxis(series, rule, { window, view, maxTicks: MOST_TICKS });
  const comesInFromBelow = rule.settled > 0;
  const isBeyond = (value: number) => value > high || (value < low && !comesInFromBelow);
  const beyond = series.map((one) => ({ one, epochs: epochsBeyond(one, window, isBeyond) }));
  const end = rule.isOfValues === true ? -1 : startEnd(window);
  const atStart = beyond.flatMap(({ one, epochs }) =>
    epochs.filter((each) => each * one.pace <= end),
  );
  const later = beyond.filter(({ one, epochs }) => epochs.some((each) => each * one.pace > end));
  const start = atStart.every((epoch) => epoch === 0) ? 'epoch 0' : 'first epochs';
  return [
    ...(atStart.length > 0 ? [`${start} off the scale`] : []),
    ...(later.length > 0 ? [`off the scale: ${lineNames(later.map(({ one }) => one))}`] : []),
  ];
}

function epochsBeyond(
  one: Extended,
  window: AxisWindow,
  isBeyond: (value: number) => boolean,
): readonly number[] {
  const [first, last] = epochsWithin(one, window);
  const epochs: number[] = [];
  for (let epoch = first; epoch <= last; epoch++)
    if (isBeyond(one.values[epoch] ?? NaN)) epochs.push(epoch);
  return epochs;
}
