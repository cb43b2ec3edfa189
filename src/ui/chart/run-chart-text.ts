/** What a chart of a run says of it in words. */
import { isAllZero } from './chart-frame-text.ts';
import type { AxisUnit } from './data/chart-view.ts';
import { lastEpoch } from './data/series-collect.ts';
import type { Measure, Series, TrainingNotes } from './data/series-types.ts';
import { isWhole } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';

interface RunOfChart {
  /** Before there is a run. */
  readonly history: object | null;
  readonly measure: Measure;
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

interface Captioned {
  readonly title: string;
  readonly measure: Measure;
  readonly trainingNotes?: TrainingNotes | undefined;
}

export function runCaption(
  { title, measure, trainingNotes }: Captioned,
  window: AxisWindow,
  unit: AxisUnit,
): string {
  const hasTraining = measure.lines.some(({ look }) => look !== 'solid');
  const how = hasTraining && trainingNotes ? trainingText(trainingNotes) : '';
  const range = isWhole(window) ? '' : `, ${unit} ${window.from} to ${window.to}`;
  return `${title} after each epoch${range}${how === '' ? '' : `; ${how}`}`;
}

/** "training: dropout off, labels as given" */
function trainingText({ always, withRoom }: TrainingNotes): string {
  const how = (always.join(', ') + withRoom).replace(/^, /, '');
  return how === '' ? '' : `training: ${how}`;
}

/** Says over how many seeds the figures are means; null: there is one run. */
export function seedsText(series: readonly Series[]): string | null {
  const seeds = Math.max(0, ...series.map(({ columns }) => columns.length));
  return seeds < 2 ? null : `standard deviation over ${seeds} seeds`;
}
