/**
 * Rule 6: whether arms got worse on validation for good while they still got better on training: by loss,
 * by accuracy, or by both, each since an epoch of its own. And what a fall is that does not count.
 */
import { countOf } from '../../base/text/count-of.ts';
import { mean, median } from '../../base/statistics/summary.ts';
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { decimals } from '../../base/text/figure-text.ts';
import { inSeeds } from './arm-words.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { hasFewRows } from './few-rows.ts';
import { shortLoss } from './metric.ts';
import { isLearning } from './not-learning.ts';
import type { Statement } from './statement.ts';
import { findFall, findRise, isReal, LEAST_RISE } from './turns.ts';
import type { Excuse, Fall, LaneTurn } from './turns.ts';

/** A figure that was best at an epoch and worse at the end; over several seeds, their middle and means. */
interface Turn extends LaneTurn {
  readonly lanes: number;
}

interface Overfitting {
  readonly arm: ArmEvidence;
  /** Null: most of its lanes do not show it. */
  readonly loss: Turn | null;
  readonly accuracy: Turn | null;
  /** Of its lanes, where there is an accuracy. */
  readonly falls: readonly Fall[];
  /** There is an accuracy, and it fell for certain in no lane. */
  readonly accuracyHeld: boolean;
}

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

/** The arms it is said of, and since when: for a note beside each. */
export function overfittingArms(evidence: Evidence): readonly ArmEvidence[] {
  return evidence.arms.filter((arm) => {
    const { loss, accuracy } = overfittingOf(evidence, arm);
    return loss !== null || accuracy !== null;
  });
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

function excuseText({ material }: Evidence, excuse: Excuse): string {
  switch (excuse) {
    case 'doesNotLearn':
      return 'but that is not overfitting: it does not learn';
    case 'trainingWorsens':
      return 'but that is not overfitting: its training loss has not fallen since';
    case 'chance':
      return `by no more than chance explains on ${countOf(material.validationRows, material.noun)}`;
    case 'wobble':
      return 'by no more than its curve wobbles';
  }
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

function describeOne(evidence: Evidence, found: Overfitting): Statement {
  const { arm, loss, accuracy, accuracyHeld } = found;
  const { id } = arm.arm;
  const after = (turn: Turn) =>
    `after ${epochOf(arm, turn)}${inSeeds(turn.lanes, arm.lanes.length)}`;
  // No line in the charts has these figures: theirs are means at one epoch.
  const means =
    arm.lanes.length > 1 ? ' Means over those seeds, each from its own best epoch to the end.' : '';
  const meanwhile = `while training loss still falls.${means}`;
  if (!loss)
    return {
      lead: `${id} overfits by accuracy${accuracy ? ` ${after(accuracy)}` : ''}:`,
      text: `${accuracy ? accuracyText(accuracy) : ''} ${meanwhile} Its loss does not show it.`,
    };
  if (!accuracy)
    return {
      lead: `${id} overfits${accuracyHeld ? ' by loss' : ''} ${after(loss)}:`,
      text: `${lossText(loss)} ${meanwhile}${accuracyHeld ? ` Its accuracy ${heldText(evidence, found)}: it becomes more confident in its mistakes.` : ''}`,
    };
  if (loss.epoch === accuracy.epoch)
    return {
      lead: `${id} overfits ${after(loss)}:`,
      text: `${lossText(loss)}, ${accuracyText(accuracy)} ${meanwhile}`,
    };
  return {
    lead: `${id} overfits:`,
    text: `by loss ${after(loss)} (${lossRange(loss)}), by accuracy ${after(accuracy)} (${accuracyRange(accuracy)}), ${meanwhile}`,
  };
}

/** "has not fallen", "has fallen by no more than chance explains on 500 images (88.0 → 87.0 %)" */
function heldText(evidence: Evidence, { arm, falls }: Overfitting): string {
  const [fall] = falls;
  if (!fall) return 'has not fallen';
  // Where chance explains none of them, it is the wobble that explains them all.
  const excuse = falls.some((one) => one.excuse === 'chance') ? 'chance' : 'wobble';
  const range = arm.lanes.length === 1 ? ` (${accuracyRange(fall)})` : '';
  return `has fallen ${excuseText(evidence, excuse)}${range}`;
}

/** "A and C by loss after epoch 17, by accuracy after epoch 10; B by loss after epoch 20 (accuracy has not fallen)" */
function describeSeveral(found: readonly Overfitting[]): Statement {
  const texts = [...new Set(found.map(afterWhen))];
  const items = texts.map((text) => {
    const own = found.filter((one) => afterWhen(one) === text);
    const names = joinWords(own.map(({ arm }) => arm.arm.id));
    return texts.length === 1 ? text : `${names} ${text}`;
  });
  return {
    lead: `${joinWords(found.map(({ arm }) => arm.arm.id))} overfit:`,
    text: `${items.join('; ')}, while training loss still falls.`,
  };
}

function afterWhen({ arm, loss, accuracy, accuracyHeld, falls }: Overfitting): string {
  const after = (turn: Turn) => `after ${epochOf(arm, turn)}`;
  const held = falls.length === 0 ? 'accuracy has not fallen' : 'accuracy has not clearly fallen';
  if (!loss) return accuracy ? `by accuracy ${after(accuracy)} (loss does not show it)` : '';
  if (!accuracy) return `by loss ${after(loss)}${accuracyHeld ? ` (${held})` : ''}`;
  return loss.epoch === accuracy.epoch
    ? `by loss and accuracy ${after(loss)}`
    : `by loss ${after(loss)}, by accuracy ${after(accuracy)}`;
}

/** "epoch 17", "about epoch 17": over several seeds it is the middle of theirs. */
function epochOf({ lanes }: ArmEvidence, { epoch }: Turn): string {
  return `${lanes.length > 1 ? 'about ' : ''}epoch ${epoch}`;
}

/** "validation loss 0.63 → 0.86" */
function lossText(turn: Turn): string {
  return `validation loss ${lossRange(turn)}`;
}

function lossRange({ best, end }: Turn): string {
  return `${shortLoss(best)} → ${shortLoss(end)}`;
}

/** "validation accuracy 88.0 → 76.4 %" */
function accuracyText(turn: Turn): string {
  return `validation accuracy ${accuracyRange(turn)}`;
}

function accuracyRange({ best, end }: LaneTurn): string {
  const text = (share: number) => decimals(1)(100 * share);
  return `${text(best)} → ${text(end)}${PERCENT_SIGN}`;
}

function overfittingOf(evidence: Evidence, arm: ArmEvidence): Overfitting {
  const { validationRows } = evidence.material;
  // What was put back is not overfitted any more.
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
    loss: middleTurn(arm, rises),
    accuracy: middleTurn(
      arm,
      falls.filter(({ excuse }) => excuse === null),
    ),
    accuracyHeld: hasAccuracy && !falls.some(isReal),
  };
}

/** Null unless most of its lanes show it. */
function middleTurn({ lanes }: ArmEvidence, turns: readonly LaneTurn[]): Turn | null {
  if (turns.length <= lanes.length / 2) return null;
  return {
    epoch: Math.round(median(turns.map(({ epoch }) => epoch))),
    best: mean(turns.map(({ best }) => best)),
    end: mean(turns.map(({ end }) => end)),
    lanes: turns.length,
  };
}
