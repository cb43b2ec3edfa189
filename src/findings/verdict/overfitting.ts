/**
 * Rule 6: whether arms got worse on validation for good while they still got better on training: by loss,
 * by accuracy, or by both, each since an epoch of its own. And what a fall is that does not count.
 */
import { countOf } from '../../base/text/count-of.ts';
import { mean, median } from '../../base/statistics/summary.ts';
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { hasFewRows } from './few-rows.ts';
import { isLearning } from './not-learning.ts';
import {
  accuracyRange,
  describeOne,
  describeSeveral,
  epochOf,
  excuseText,
} from './overfitting-sentences.ts';
import type { Overfitting, TurningPoint } from './overfitting-sentences.ts';
import type { Statement } from '../statement.ts';
import { findFall, findRise, isReal, LEAST_RISE } from './turning-points.ts';
import type { LaneTurningPoint } from './turning-points.ts';

/** One statement, whatever the number of arms. */
export function describeOverfitting(evidence: Evidence): Statement[] {
  const all = evidence.arms.map((arm) => overfittingOf(evidence, arm));
  const found = all.filter(({ loss, accuracy }) => loss !== null || accuracy !== null);
  const others = all.filter((one) => !found.includes(one));
  const [first, ...more] = found;
  if (!first) return describeForgetting(others);
  const { lead, text } = more.length === 0 ? describeOne(evidence, first) : describeSeveral(found);
  const isByAccuracy = found.some(({ accuracy }) => accuracy !== null);
  const falls = isByAccuracy ? others.flatMap((one) => describeFall(evidence, one) ?? []) : [];
  return [{ lead, text: [text, ...falls].join(' ') }];
}

/** The arms it is said of. */
function overfittingArms(evidence: Evidence): readonly ArmEvidence[] {
  return evidence.arms.filter((arm) => {
    const { loss, accuracy } = overfittingOf(evidence, arm);
    return loss !== null || accuracy !== null;
  });
}

/** "overfits after epoch 17", by the figure that arms are ranked by where that shows it; null: it does not. */
export function overfittingNote(evidence: Evidence, arm: ArmEvidence): string | null {
  const { loss, accuracy } = overfittingOf(evidence, arm);
  const turningPoint = accuracy ?? loss;
  return turningPoint && `overfits after ${epochOf(arm, turningPoint)}`;
}

/**
 * Of one run that is not said to overfit: its accuracy fell all the same. Unsaid, it would look as though
 * the one beside it were called by another measure.
 */
function describeFall(evidence: Evidence, { arm, falls }: Overfitting): string | null {
  const [only] = falls;
  if (!only?.isNotable || !only.excuse || arm.lanes.length > 1) return null;
  return `${arm.arm.id}’s accuracy falls too, ${accuracyRange(only)}, ${excuseText(evidence, only.excuse)}.`;
}

/** Arms of one run that fell for certain, in training too, beside none that overfits. */
function describeForgetting(arms: readonly Overfitting[]): Statement[] {
  const found = arms.flatMap(({ arm, falls: [fall] }) =>
    fall?.excuse === 'trainingWorsens' && arm.lanes.length === 1 ? [{ id: arm.arm.id, fall }] : [],
  );
  if (found.length === 0) return [];
  const names = joinWords(found.map(({ id }) => id));
  const figures = found.map(({ id, fall }) => {
    const since = `${accuracyRange(fall)} after epoch ${fall.epoch}`;
    return found.length === 1 ? since : `${id} ${since}`;
  });
  const [verb, its] = found.length === 1 ? ['falls', 'its'] : ['fall', 'their'];
  return [
    {
      lead: `${names} ${verb} back, in training too:`,
      text: `validation accuracy ${figures.join('; ')}, and ${its} training loss has not fallen since. That is not overfitting.`,
    },
  ];
}

/** What counts as overfitting, in plain words; nothing where none was found. */
export function describeOverfittingRule(evidence: Evidence): string {
  if (overfittingArms(evidence).length === 0) return '';
  const { arms, material, metric } = evidence;
  const rows = countOf(material.validationRows, material.noun);
  const accuracy =
    metric.better === 'highest'
      ? `, for accuracy by more than chance explains on ${rows} (McNemar’s exact test on those that only one of the two epochs got right, two-sided, 5${PERCENT_SIGN})`
      : '';
  const rule = `The validation figure was best before the last tenth of the epochs and is worse at the end, while training loss is lower than it was then. Worse means by more than three times the usual change from one epoch to the next, and for loss by more than ${100 * LEAST_RISE}${PERCENT_SIGN}${accuracy}.`;
  const epochs =
    metric.better === 'highest'
      ? ' The two may turn at different epochs, and neither is the true one: accuracy counts whether answers are right, loss also how sure the network is of them.'
      : '';
  const isOfSeveral = arms.some(({ lanes }) => lanes.length > 1);
  return isOfSeveral
    ? `${rule}${epochs} Most seeds have to show it. Its epoch is the middle one of the seeds’ own best epochs, and its figures are means of their own best and end; the best of a mean curve, as the charts mark it, may lie at another epoch and be less good.`
    : `${rule}${epochs}`;
}

function overfittingOf(evidence: Evidence, arm: ArmEvidence): Overfitting {
  const { validationRows } = evidence.material;
  // What was restored is not overfitted any more.
  const histories = arm.lanes
    .map(({ history }) => history)
    .filter(({ restoredEpoch }) => restoredEpoch === null);
  const learns = isLearning(evidence, arm);
  const falls = histories.flatMap((lane) => findFall(lane, validationRows, learns) ?? []);
  // Of a loss over few rows nobody knows how much one of them makes.
  const canRise = learns && !hasFewRows(validationRows);
  const rises = canRise ? histories.flatMap((lane) => findRise(lane) ?? []) : [];
  const hasAccuracy = arm.lanes.every(({ row }) => Number.isFinite(row.validationAccuracy));
  return {
    arm,
    falls,
    loss: middleTurningPoint(arm, rises),
    accuracy: middleTurningPoint(
      arm,
      falls.filter(({ excuse }) => excuse === null),
    ),
    accuracyHeld: hasAccuracy && !falls.some(isReal),
  };
}

/** Null unless most of its lanes show it. */
function middleTurningPoint(
  { lanes }: ArmEvidence,
  turningPoints: readonly LaneTurningPoint[],
): TurningPoint | null {
  if (turningPoints.length <= lanes.length / 2) return null;
  return {
    epoch: Math.round(median(turningPoints.map(({ epoch }) => epoch))),
    best: mean(turningPoints.map(({ best }) => best)),
    end: mean(turningPoints.map(({ end }) => end)),
    lanes: turningPoints.length,
  };
}
