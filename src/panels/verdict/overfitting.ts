/** Rule 6: whether an arm's validation loss rose for good while its training loss still fell. */
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../protocol/figures.ts';
import { joinWords } from '../../store/arm-name.ts';
import type { Statement } from './statement.ts';

/** One statement an arm; of more than two arms, one together. */
export function describeOverfitting(lanes: readonly LaneHistory[], rows: number): Statement[] {
  const found = lanes.flatMap((lane) => findOverfitting(lane, rows) ?? []);
  if (found.length <= 2) return found.map(describeOne);
  const arms = joinWords(found.map(({ arm }) => arm));
  const epochs = [...new Set(found.map(({ epoch }) => epoch))];
  const when = epochs.length === 1 ? 'epoch' : 'epochs';
  const text = `validation loss rises after ${when} ${joinWords(epochs.map(String))} while training loss still falls.`;
  return [{ lead: `${arms} overfit:`, text }];
}

interface Overfitting {
  readonly arm: string;
  /** Of the lowest validation loss. */
  readonly epoch: number;
  readonly lowest: number;
  readonly final: number;
  readonly accuracyFell: boolean;
}

function describeOne({ arm, epoch, lowest, final, accuracyFell }: Overfitting): Statement {
  const surer = accuracyFell ? '' : ' Its accuracy does not fall: it grows surer of its mistakes.';
  return {
    lead: `${arm} overfits after epoch ${epoch}:`,
    text: `validation loss ${lowest.toFixed(2)} → ${final.toFixed(2)} while training loss still falls.${surer}`,
  };
}

/** Null where the figures do not bear it. */
function findOverfitting(lane: LaneHistory, rows: number): Overfitting | null {
  // What was put back is not overfitted any more.
  if (lane.restoredEpoch !== null) return null;
  const end = lane.length - 1;
  const best = lane.best('validationLoss', 'lowest');
  // At epoch 0 nothing has been learnt that could be overfitted.
  if (best < 1 || best >= 0.9 * end) return null;
  const [lowest, final] = [lane.value('validationLoss', best), lane.value('validationLoss', end)];
  const noise = 3 * medianChange(lane, 'validationLoss');
  if (!(final - lowest > Math.max(0.05 * lowest, noise))) return null;
  if (!(lane.value('trainingLoss', end) < lane.value('trainingLoss', best))) return null;
  return {
    arm: lane.lane.armId,
    epoch: lane.value('epoch', best),
    lowest,
    final,
    accuracyFell: didAccuracyFall(lane, best, rows),
  };
}

/** Beyond what neighbouring epochs differ by, and beyond two standard errors of a share of `rows`. */
function didAccuracyFall(lane: LaneHistory, best: number, rows: number): boolean {
  const before = lane.value('validationAccuracy', best);
  const fall = before - lane.value('validationAccuracy', lane.length - 1);
  if (!Number.isFinite(fall)) return true; // regression has no accuracy to speak of
  const twoErrors = 2 * Math.sqrt((before * (1 - before)) / rows);
  return fall > Math.max(twoErrors, 3 * medianChange(lane, 'validationAccuracy'));
}

function medianChange(lane: LaneHistory, name: FigureName): number {
  const changes = Array.from({ length: lane.length - 1 }, (_, index) =>
    Math.abs(lane.value(name, index + 1) - lane.value(name, index)),
  ).sort((a, b) => a - b);
  const middle = changes.length >> 1;
  const upper = changes[middle] ?? NaN;
  return changes.length % 2 === 1 ? upper : (upper + (changes[middle - 1] ?? NaN)) / 2;
}
