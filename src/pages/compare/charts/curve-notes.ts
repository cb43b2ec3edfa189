/** What a reader must know of the curves of a run, in half sentences. */
import type { LaneHistory, RunHistory } from '../../../client/run-history.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { REGULARIZER_ENTRIES } from '../../../experiment/regularizers.ts';
import { activeRegularizers, joinWords } from '../../../experiment/arm-name.ts';
import { count } from '../../../base/text/figure-text.ts';
import type { AxisUnit } from '../../../ui/chart/data/chart-view.ts';
import type { TrainingNotes } from '../../../ui/chart/data/series-types.ts';

/** Notes on the training curves: how they are measured, wherever that is not how the networks train. */
export function trainingNotes(
  history: RunHistory | null,
  experiment: Experiment,
  wrongLabels: boolean,
): TrainingNotes {
  const sample = sampleNote(history);
  return {
    always: [
      ...measuringNotes(experiment),
      // Without this note nobody could understand why training stays below validation.
      ...(wrongLabels ? ['labels as given'] : []),
      ...(sample ? [sample.short] : []),
    ],
    withRoom: sample?.rows ?? '',
  };
}

/** Notes on the run as a whole. */
export function runNotes(history: RunHistory | null, unit: AxisUnit): readonly string[] {
  return unit === 'epochs' ? paceNote(history?.lanes ?? []) : [];
}

/** Notes on a difference that contains training figures: which rows they are of. */
export function differenceNotes(history: RunHistory | null): readonly string[] {
  const sample = sampleNote(history);
  return sample ? [`training: ${sample.short}${sample.rows}`] : [];
}

/** "dropout and noise off": what disturbs training does not disturb its figures. */
function measuringNotes({ arms }: Experiment): readonly string[] {
  const active = new Set(arms.flatMap(({ regularizers }) => activeRegularizers(regularizers)));
  const how = REGULARIZER_ENTRIES.filter(({ id }) => active.has(id)).flatMap(
    ({ whileMeasured }) => whileMeasured ?? [],
  );
  const off = how.flatMap((one) => ('off' in one ? one.off : []));
  return [
    ...(off.length === 0 ? [] : [`${joinWords(off)} off`]),
    ...how.flatMap((one) => ('instead' in one ? one.instead : [])),
  ];
}

/** Training figures are measured on a sample where all rows would cost too much. */
function sampleNote(
  history: RunHistory | null,
): { readonly short: string; readonly rows: string } | null {
  const lanes = history?.lanes.map(({ lane }) => lane) ?? [];
  if (!lanes.some(({ trainingSampleRows, trainingRows }) => trainingSampleRows < trainingRows))
    return null;
  const sample = Math.max(...lanes.map(({ trainingSampleRows }) => trainingSampleRows));
  const [all = 0, ...others] = new Set(lanes.map(({ trainingRows }) => trainingRows));
  return others.length === 0
    ? { short: `sample of ${count(sample)}`, rows: ` of ${count(all)} rows` }
    : { short: `sample of at most ${count(sample)}`, rows: ' rows of each arm' };
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
