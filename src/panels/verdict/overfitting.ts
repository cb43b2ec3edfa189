/**
 * Rule 6: whether arms got worse on validation for good while they still got better on training: by loss,
 * by accuracy, or by both, each since an epoch of its own.
 */
import { mean, median } from '../../base/statistics/summary.ts';
import { PERCENT_SIGN } from '../../base/percent-sign.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../protocol/figures.ts';
import { joinWords } from '../../store/arm-name.ts';
import { count, decimals } from '../../ui/figure-text.ts';
import { inSeeds } from './arm-words.ts';
import { medianChange } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { shortLoss } from './metric.ts';
import type { Statement } from './statement.ts';

/** Of a loss: what is less is no rise worth naming. */
const LEAST_RISE = 0.05;

/** A figure that was best at an epoch and worse at the end; over several seeds, their middle and means. */
interface Turn {
  readonly epoch: number;
  readonly best: number;
  readonly end: number;
  readonly lanes: number;
}

interface Overfitting {
  readonly arm: ArmEvidence;
  /** Null: most of its lanes do not show it. */
  readonly loss: Turn | null;
  readonly accuracy: Turn | null;
  /** There is one, and it fell in no lane. */
  readonly accuracyHeld: boolean;
}

/** One statement, whatever the number of arms. */
export function describeOverfitting({ arms, material }: Evidence): Statement[] {
  const found = arms
    .map((arm) => overfittingOf(arm, material.validationRows))
    .filter(({ loss, accuracy }) => loss !== null || accuracy !== null);
  const [first, ...others] = found;
  if (!first) return [];
  const { lead, text } = others.length === 0 ? describeOne(first) : describeSeveral(found);
  const isByAccuracy = found.some(({ accuracy }) => accuracy !== null);
  const near = isByAccuracy
    ? arms
        .filter((arm) => found.every((one) => one.arm !== arm))
        .flatMap((arm) => describeNear(arm, material.validationRows) ?? [])
    : [];
  return [{ lead, text: [text, ...near].join(' ') }];
}

/**
 * Of one run: its accuracy fell by more than half of what would count. Unsaid, the line of what counts would
 * look like one between what overfits and what does not.
 */
function describeNear({ arm, lanes }: ArmEvidence, rows: number): string | null {
  const [only, ...more] = lanes;
  if (!only || more.length > 0 || only.history.restoredEpoch !== null) return null;
  const turn = turnOf(only.history, 'validationAccuracy', 'highest');
  if (!turn || turn.best - turn.end <= leastFall(only.history, turn, rows) / 2) return null;
  return `${arm.id}’s accuracy falls too, ${accuracyRange(turn)}, by no more than chance explains.`;
}

/** What counts as overfitting, in plain words; nothing where none was found. */
export function describeOverfittingRule(evidence: Evidence): string {
  if (describeOverfitting(evidence).length === 0) return '';
  const { arms, material, metric } = evidence;
  const rows = `${count(material.validationRows)} ${material.noun}`;
  const accuracy =
    metric.better === 'highest'
      ? `, for accuracy by more than chance explains on ${rows} (two standard errors)`
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

function describeOne({ arm, loss, accuracy, accuracyHeld }: Overfitting): Statement {
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
      text: `${lossText(loss)} ${meanwhile}${accuracyHeld ? ' Its accuracy has not fallen: it grows surer of its mistakes.' : ''}`,
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

function afterWhen({ arm, loss, accuracy, accuracyHeld }: Overfitting): string {
  const after = (turn: Turn) => `after ${epochOf(arm, turn)}`;
  if (!loss) return accuracy ? `by accuracy ${after(accuracy)} (loss does not show it)` : '';
  if (!accuracy) return `by loss ${after(loss)}${accuracyHeld ? ' (accuracy has not fallen)' : ''}`;
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

function accuracyRange({ best, end }: Pick<Turn, 'best' | 'end'>): string {
  const text = (share: number) => decimals(1)(100 * share);
  return `${text(best)} → ${text(end)}${PERCENT_SIGN}`;
}

function overfittingOf(arm: ArmEvidence, rows: number): Overfitting {
  // What was put back is not overfitted any more.
  const histories = arm.lanes
    .map(({ history }) => history)
    .filter(({ restoredEpoch }) => restoredEpoch === null);
  const falls = histories.flatMap((lane) => {
    const turn = findFall(lane, rows);
    return turn ? [{ lane, turn }] : [];
  });
  const turns = falls.filter(({ lane, turn }) => isLossFalling(lane, turn)).map(({ turn }) => turn);
  const hasAccuracy = arm.lanes.every(({ row }) => Number.isFinite(row.validationAccuracy));
  return {
    arm,
    loss: middleTurn(
      arm,
      histories.flatMap((lane) => findRise(lane) ?? []),
    ),
    accuracy: middleTurn(arm, turns),
    accuracyHeld: hasAccuracy && falls.length === 0,
  };
}

type LaneTurn = Omit<Turn, 'lanes'>;

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

/** Of validation loss, while training loss falls. Null where the figures do not bear it. */
function findRise(lane: LaneHistory): LaneTurn | null {
  const turn = turnOf(lane, 'validationLoss', 'lowest');
  if (!turn) return null;
  const noise = 3 * medianChange(lane, 'validationLoss');
  const isRise = turn.end - turn.best > Math.max(LEAST_RISE * turn.best, noise);
  return isRise && isLossFalling(lane, turn) ? turn : null;
}

/** Of accuracy: beyond what neighbouring epochs differ by, and beyond two standard errors of a share of `rows`. */
function findFall(lane: LaneHistory, rows: number): LaneTurn | null {
  const turn = turnOf(lane, 'validationAccuracy', 'highest');
  if (!turn) return null;
  return turn.best - turn.end > leastFall(lane, turn, rows) ? turn : null;
}

function leastFall(lane: LaneHistory, { best }: LaneTurn, rows: number): number {
  const twoErrors = 2 * Math.sqrt((best * (1 - best)) / rows);
  return Math.max(twoErrors, 3 * medianChange(lane, 'validationAccuracy'));
}

/** Null: it is at its best at epoch 0, where nothing has been learnt, or among the last epochs. */
function turnOf(lane: LaneHistory, name: FigureName, better: 'highest' | 'lowest') {
  const end = lane.length - 1;
  const epoch = lane.best(name, better);
  if (epoch < 1 || epoch >= 0.9 * end) return null;
  return { epoch, best: lane.value(name, epoch), end: lane.value(name, end) };
}

/** On the training rows, since the epoch of the turn. */
function isLossFalling(lane: LaneHistory, { epoch }: LaneTurn): boolean {
  return lane.value('trainingLoss', lane.length - 1) < lane.value('trainingLoss', epoch);
}
