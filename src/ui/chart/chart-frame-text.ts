/** What a chart says of itself in words: in place of its lines, over its table, to a screen reader. */
import { lastEpoch } from './data/series-collect.ts';
import { equalArmsTexts } from './data/series-equal.ts';
import { listEvents } from './data/series-events.ts';
import type { AxisUnit, ChartChange, Measure, Series, TrainingNotes } from './data/series-types.ts';
import { isWhole } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';

interface RunOfChart {
  /** Before there is a run. */
  readonly history: object | null;
  readonly measure: Measure<string>;
}

/** Over the picture; null where its lines speak for themselves. */
export function emptyText(
  { history, measure }: RunOfChart,
  series: readonly Series[],
): string | null {
  if (!history) return 'The curves grow here while the networks train.';
  const latest = lastEpoch(series.filter(({ isReference }) => !isReference));
  if (latest < 0) return 'Measuring the untrained networks…';
  if (isAllZero(measure, series)) return measure.allZero ?? null;
  if (latest > 0) return null;
  return 'Epoch 0: the untrained networks. The lines grow with every whole epoch.';
}

/** Lines that are 0 everywhere say less than a sentence. */
export function isAllZero(measure: Measure<string>, series: readonly Series[]): boolean {
  return (
    measure.allZero !== undefined &&
    lastEpoch(series) >= 0 &&
    series.every(({ values }) => values.every((value) => value === 0 || Number.isNaN(value)))
  );
}

interface Captioned {
  readonly title: string;
  readonly measure: Measure<string>;
  readonly changes?: readonly ChartChange[] | undefined;
  readonly trainingNotes?: TrainingNotes | undefined;
  readonly notes?: readonly string[];
}

export function tableCaption(
  { title, measure, changes = [], trainingNotes, notes = [] }: Captioned,
  series: readonly Series[],
  window: AxisWindow,
  unit: AxisUnit,
): string {
  const hasTraining = measure.lines.some(({ look }) => look !== 'solid');
  const how = hasTraining && trainingNotes ? trainingText(trainingNotes) : '';
  const range = isWhole(window) ? '' : `, ${unit} ${window.from} to ${window.to}`;
  return [
    `${title} after each epoch${range}${how === '' ? '' : `; ${how}`}`,
    ...notes,
    ...spreadText(series),
    ...listEvents(series, changes),
  ].join('. ');
}

/** "training: dropout off, labels as given" */
function trainingText({ always, withRoom }: TrainingNotes): string {
  const how = (always.join(', ') + withRoom).replace(/^, /, '');
  return how === '' ? '' : `training: ${how}`;
}

/** Of repeated runs a figure is a mean. */
function spreadText(series: readonly Series[]): readonly string[] {
  const seeds = Math.max(0, ...series.map(({ columns }) => columns.length));
  return seeds < 2 ? [] : [`Mean ± standard deviation over ${seeds} seeds`];
}

function lookBackText(series: readonly Series[]): readonly string[] {
  const upTo = series[0]?.upTo ?? null;
  return upTo === null ? [] : [`Looking back at epoch ${upTo}: what came after is faint`];
}

interface Shown {
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
}

export function pictureName(
  measure: Measure<string>,
  unit: AxisUnit,
  { series, changes }: Shown,
): string {
  const own = series.filter(({ isReference }) => !isReference);
  const names = [...new Set(own.map(({ arm }) => arm.name))];
  const whose = names.length === 0 ? 'no run yet' : names.join('; ');
  const earlier = own.length < series.length ? ', over an earlier run' : '';
  const lines = `Lines of ${measure.noun} by ${unit === 'epochs' ? 'epoch' : 'step'}: ${whose}`;
  return [
    `${lines}${earlier}`,
    ...lookBackText(own),
    ...equalArmsTexts(own),
    ...spreadText(own),
    ...listEvents(series, changes),
  ].join('. ');
}
