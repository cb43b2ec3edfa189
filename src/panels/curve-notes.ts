/** What a reader must know of the curves of a run, in half sentences. */
import type { LaneHistory, RunHistory } from '../client/run-history.ts';
import { joinWords } from '../store/arm-name.ts';
import { count } from '../ui/figure-text.ts';
import type { AxisUnit } from '../ui/series-types.ts';

/** Of the training curves; undefined: nothing. */
export function trainingNote(history: RunHistory | null, wrongLabels: boolean): string | undefined {
  const notes = [...(wrongLabels ? ['labels as given'] : []), ...sampleNote(history)];
  return notes.length === 0 ? undefined : notes.join(', ');
}

/** Of the run as a whole. */
export function runNotes(history: RunHistory | null, unit: AxisUnit): readonly string[] {
  return unit === 'epochs' ? paceNote(history?.lanes ?? []) : [];
}

/** Training figures are measured on a sample where all rows would cost too much. */
function sampleNote(history: RunHistory | null): readonly string[] {
  const lanes = history?.lanes.map(({ lane }) => lane) ?? [];
  if (!lanes.some(({ trainingSampleRows, trainingRows }) => trainingSampleRows < trainingRows))
    return [];
  const sample = Math.max(...lanes.map(({ trainingSampleRows }) => trainingSampleRows));
  const [all = 0, ...others] = new Set(lanes.map(({ trainingRows }) => trainingRows));
  return [
    others.length === 0
      ? `on ${count(sample)} of ${count(all)} rows`
      : `on at most ${count(sample)} rows of each arm`,
  ];
}

/** "an epoch is 13 steps in A and 50 in B", where they differ. */
function paceNote(lanes: readonly LaneHistory[]): readonly string[] {
  const first = lanes.filter(({ lane }) => lane.replicate === 0 && lane.fold === 0);
  const paces = new Set(first.map(({ lane }) => lane.stepsPerEpoch));
  if (paces.size < 2) return [];
  const texts = first.map(
    ({ lane: { armId, stepsPerEpoch } }, index) =>
      `${count(stepsPerEpoch)}${index === 0 ? ' steps' : ''} in ${armId}`,
  );
  return [`an epoch is ${joinWords(texts)} (Options: steps)`];
}
