/**
 * The verdict of a finished run, written from its figures alone, by the rules and in the wording of
 * the teaching rules: one run an arm (k = 1), so it compares, warns of overfitting and of wrong labels learnt, and
 * never ranks beyond what one run can bear.
 */
import { formatNumber } from '../../engine/settings.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { Experiment } from '../../protocol/experiment.ts';
import type { FigureName } from '../../protocol/figures.ts';
import type { PreparedRun } from '../../protocol/messages.ts';
import { joinWords } from '../../store/arm-name.ts';
import { LEARNING_RATE } from '../../store/live-changes.ts';
import type { LiveChange } from '../../store/live-changes.ts';
import { count } from '../../ui/figure-text.ts';
import { describeOverfitting } from './overfitting.ts';
import type { Statement } from './statement.ts';

export interface VerdictMaterial {
  readonly experiment: Experiment;
  readonly run: Pick<
    PreparedRun,
    'validationRows' | 'wrongLabels' | 'wrongLabelsWatched' | 'trainingRows'
  >;
  readonly lanes: readonly LaneHistory[];
  readonly liveChanges: readonly LiveChange[];
  /** What an example is called: "images" or "examples". */
  readonly noun: string;
  /** What its class is called: "digit" or "class". */
  readonly classNoun: string;
}

/** Validation first, then what is wrong with it, then the wrong labels. */
export function writeVerdict(material: VerdictMaterial): Statement[] {
  const diverged = material.lanes.filter(({ end }) => end?.kind === 'diverged');
  const trained = material.lanes.filter(
    ({ end, length }) => end?.kind !== 'diverged' && length > 1,
  );
  return [
    ...describeEnds(trained, material),
    ...trained.flatMap((lane) => describeStop(lane, material) ?? []),
    ...diverged.map((lane) => describeDivergence(lane, material)),
    ...describeOverfitting(trained, material.run.validationRows),
    ...describeWrongLabels(trained, material),
  ];
}

/** Rule 3: figures side by side, and how little one run says. */
function describeEnds(lanes: readonly LaneHistory[], material: VerdictMaterial): Statement[] {
  const [first] = lanes;
  if (!first) return [];
  const isClassification = Number.isFinite(last(first, 'validationAccuracy'));
  return isClassification ? compareAccuracy(lanes, material) : compareLoss(lanes, material);
}

function compareAccuracy(lanes: readonly LaneHistory[], material: VerdictMaterial): Statement[] {
  const { noun, run } = material;
  const best = [...lanes].sort(
    (a, b) => last(b, 'validationAccuracy') - last(a, 'validationAccuracy'),
  );
  const rows = count(run.validationRows);
  const ends = best.map((lane) => (last(lane, 'validationAccuracy') * 100).toFixed(1));
  const listed = best.map(
    (lane, index) => `${armOf(lane)}${index === 0 ? ' ends' : ''} at ${ends[index] ?? ''}`,
  );
  if (best.length < 2)
    return [{ lead: 'One run:', text: `${listed[0] ?? ''} % on ${rows} validation ${noun}.` }];
  const doubt = doubtOf(best, run.validationRows, noun);
  const advice = doubt ?? 'Another seed may differ; try a few to judge.';
  return [
    { lead: 'One run:', text: `${listed.join(', ')} % on the same ${rows} ${noun}. ${advice}` },
  ];
}

/**
 * Whether the validation rows can tell best and worst apart at all: |d| < 2·√(b + c)/m, b and c being
 * the rows that only one arm gets right. The page knows their bounds: at least |d|·m together, at most
 * the errors of both arms.
 */
function doubtOf(best: readonly LaneHistory[], rows: number, noun: string): string | null {
  const [leader, trailer] = [best[0], best.at(-1)];
  if (!leader || !trailer) return null;
  const [high, low] = [last(leader, 'validationAccuracy'), last(trailer, 'validationAccuracy')];
  const difference = high - low;
  const tooFew = (onlyOneRight: number) => difference < (2 * Math.sqrt(onlyOneRight)) / rows;
  if (difference === 0 || tooFew(difference * rows))
    return `${count(rows)} ${noun} cannot tell these apart.`;
  if (tooFew((1 - high + (1 - low)) * rows))
    return `${count(rows)} ${noun} may be too few to tell these apart.`;
  return null;
}

function compareLoss(lanes: readonly LaneHistory[], { run }: VerdictMaterial): Statement[] {
  const best = [...lanes].sort((a, b) => last(a, 'validationLoss') - last(b, 'validationLoss'));
  const listed = best.map(
    (lane) => `${armOf(lane)} at ${last(lane, 'validationLoss').toPrecision(3)}`,
  );
  const rows = count(run.validationRows);
  const text = `validation loss ends for ${listed.join(', ')} on the same ${rows} examples. Another seed may differ; try a few to judge.`;
  return [{ lead: 'One run:', text }];
}

/** Rule 7: wrong labels repeated, and why training accuracy may lie below validation accuracy. */
function describeWrongLabels(
  lanes: readonly LaneHistory[],
  { run, experiment, classNoun }: VerdictMaterial,
): Statement[] {
  const [first] = lanes;
  if (run.wrongLabelsWatched === 0 || !first) return [];
  const least = lanes.reduce(
    (one, other) => (believed(other) < believed(one) ? other : one),
    first,
  );
  const repeats = lanes.map(
    (lane, index) => `${armOf(lane)}${index === 0 ? ' repeats' : ''} ${count(believed(lane))}`,
  );
  const right = count(last(least, 'wrongLabelsSeenThrough'));
  const all = run.wrongLabelsWatched < run.wrongLabels ? 'wrong labels looked at' : 'wrong labels';
  const lead = `Of ${count(run.wrongLabelsWatched)} ${all} ${repeats.join(', ')}; for ${right} of them ${armOf(least)} gives the true ${classNoun}.`;
  return [{ lead, text: explainLowTraining(least, experiment) }];
}

function explainLowTraining(lane: LaneHistory, { data }: Experiment): string {
  const training = last(lane, 'trainingAccuracy');
  const validation = last(lane, 'validationAccuracy');
  // Nothing to explain where the two could be equal.
  if (!(validation - training > 0.02)) return '';
  const whole = (share: number) => `${(share * 100).toFixed(0)} %`;
  return `${armOf(lane)}’s training accuracy (${whole(training)}) is below its validation accuracy (${whole(validation)}) since ${whole(data.wrongLabelShare)} of its training labels are wrong and none of the validation labels.`;
}

/** Rule 11, without the sealed test set, which is not opened here. */
function describeStop(lane: LaneHistory, { noun }: VerdictMaterial): Statement | null {
  const { end, restoredEpoch } = lane;
  const did = [
    ...(end ? [`stopped at epoch ${end.epoch}`] : []),
    ...(restoredEpoch === null ? [] : [`put back epoch ${restoredEpoch}`]),
  ];
  if (did.length === 0) return null;
  const lead = `${armOf(lane)} ${joinWords(did)}`;
  if (restoredEpoch === null) return { lead: `${lead}.`, text: '' };
  const loss = last(lane, 'validationLoss').toFixed(2);
  return {
    lead: `${lead},`,
    text: `validation loss ${loss}. That epoch was chosen on these ${noun}, so the figure flatters.`,
  };
}

/** Rule 10. */
function describeDivergence(lane: LaneHistory, material: VerdictMaterial): Statement {
  const epoch = lane.end?.epoch ?? 0;
  return {
    lead: `${armOf(lane)} diverged in epoch ${epoch}`,
    text: `(learning rate ${rateAt(epoch, material)}). Its figures are left out; nothing follows about it at other rates.`,
  };
}

/** What the arm had when it diverged; the rate of the others may have been changed since. */
function rateAt(epoch: number, { experiment, liveChanges }: VerdictMaterial): string {
  const later = liveChanges.find(
    (change) => change.setting === LEARNING_RATE && change.epoch >= epoch,
  );
  return later?.from ?? formatNumber(experiment.training.learningRate);
}

function believed(lane: LaneHistory): number {
  return last(lane, 'wrongLabelsBelieved');
}

/** At the compared epoch: the one put back, else the last. */
function last(lane: LaneHistory, name: FigureName): number {
  return lane.latest?.[name] ?? NaN;
}

function armOf({ lane }: LaneHistory): string {
  return lane.armId;
}
