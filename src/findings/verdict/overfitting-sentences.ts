/** How overfitting is told: what still falls, what turned, and at which epoch. */
import { countOf } from '../../base/text/count-of.ts';
import { decimals } from '../../base/text/figure-text.ts';
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { inSeeds } from './arm-words.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { shortLoss } from '../metric.ts';
import type { Statement } from '../statement.ts';
import type { Excuse, Fall, LaneTurningPoint } from './turning-points.ts';

/** A figure that was best at an epoch and worse at the end; over several seeds, their middle and means. */
export interface TurningPoint extends LaneTurningPoint {
  readonly lanes: number;
}

export interface Overfitting {
  readonly arm: ArmEvidence;
  /** Null: most of its lanes do not show it. */
  readonly loss: TurningPoint | null;
  readonly accuracy: TurningPoint | null;
  /** Of its lanes, where there is an accuracy. */
  readonly falls: readonly Fall[];
  /** There is an accuracy, and it fell for certain in no lane. */
  readonly accuracyHeld: boolean;
}

/** "its training loss still falls, but validation loss rises after epoch 17 (0.63 → 0.86)" */
export function describeOne(evidence: Evidence, found: Overfitting): Statement {
  const { arm, loss, accuracy, accuracyHeld } = found;
  // No line in the charts has these figures: theirs are means at one epoch.
  const means =
    arm.lanes.length > 1 ? ' Means over those seeds, each from its own best epoch to the end.' : '';
  const held =
    loss && !accuracy && accuracyHeld
      ? ` Its accuracy ${heldText(evidence, found)}: it becomes more confident in its mistakes.`
      : '';
  const unseen = loss ? '' : ' Its validation loss does not show it.';
  return {
    lead: `${arm.arm.id} overfits:`,
    text: `its training loss still falls, but ${turnsText(found)}.${means}${held}${unseen}`,
  };
}

function turnsText({ arm, loss, accuracy }: Overfitting): string {
  const after = (turningPoint: TurningPoint) =>
    `after ${epochOf(arm, turningPoint)}${inSeeds(turningPoint.lanes, arm.lanes.length)}`;
  const rise = loss ? `(${lossRange(loss)})` : '';
  const fall = accuracy ? `(${accuracyRange(accuracy)})` : '';
  if (loss && accuracy && after(loss) === after(accuracy))
    return `${after(loss)} validation loss rises ${rise} and validation accuracy falls ${fall}`;
  return [
    ...(loss ? [`validation loss rises ${after(loss)} ${rise}`] : []),
    ...(accuracy ? [`validation accuracy falls ${after(accuracy)} ${fall}`] : []),
  ].join(' and ');
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

export function excuseText({ material }: Evidence, excuse: Excuse): string {
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

/** "training loss still falls, but in A validation loss rises after epoch 17; in B …" */
export function describeSeveral(found: readonly Overfitting[]): Statement {
  const texts = [...new Set(found.map(turnsOfOne))];
  const items = texts.map((text) => {
    const own = found.filter((one) => turnsOfOne(one) === text);
    const names = joinWords(own.map(({ arm }) => arm.arm.id));
    return texts.length === 1 ? text : `in ${names} ${text}`;
  });
  return {
    lead: `${joinWords(found.map(({ arm }) => arm.arm.id))} overfit:`,
    text: `training loss still falls, but ${items.join('; ')}.`,
  };
}

function turnsOfOne({ arm, loss, accuracy, accuracyHeld, falls }: Overfitting): string {
  const after = (turningPoint: TurningPoint) => `after ${epochOf(arm, turningPoint)}`;
  const held = falls.length === 0 ? 'accuracy has not fallen' : 'accuracy has not clearly fallen';
  if (!loss)
    return accuracy
      ? `validation accuracy falls ${after(accuracy)} (validation loss does not show it)`
      : '';
  const rise = `validation loss rises ${after(loss)}`;
  if (!accuracy) return `${rise}${accuracyHeld ? ` (${held})` : ''}`;
  return loss.epoch === accuracy.epoch
    ? `validation loss rises and validation accuracy falls ${after(loss)}`
    : `${rise} and validation accuracy falls ${after(accuracy)}`;
}

/** "epoch 17", "about epoch 17": over several seeds it is the middle of theirs. */
export function epochOf({ lanes }: ArmEvidence, { epoch }: TurningPoint): string {
  return `${lanes.length > 1 ? 'about ' : ''}epoch ${epoch}`;
}

/** No line ends within a range. */
const ARROW = '\u00a0→\u00a0';

function lossRange({ best, end }: TurningPoint): string {
  return `${shortLoss(best)}${ARROW}${shortLoss(end)}`;
}

/** "88.0 → 76.4 %" */
export function accuracyRange({ best, end }: LaneTurningPoint): string {
  const text = (share: number) => decimals(1)(100 * share);
  return `${text(best)}${ARROW}${text(end)}${PERCENT_SIGN}`;
}
