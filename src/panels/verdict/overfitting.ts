/** Rule 6: whether an arm's validation loss rose for good while its training loss still fell. */
import type { LaneHistory } from '../../client/run-history.ts';
import { joinWords } from '../../store/arm-name.ts';
import { inSeeds } from './arm-words.ts';
import { mean, median, medianChange } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { shortLoss } from './metric.ts';
import type { Statement } from './statement.ts';

/** One statement an arm; of more than two arms, one together. */
export function describeOverfitting({ arms, material }: Evidence): Statement[] {
  const found = arms.flatMap((arm) => overfittingOf(arm, material.validationRows) ?? []);
  if (found.length <= 2) return found.map(describeOne);
  const names = joinWords(found.map(({ arm }) => arm.arm.id));
  const epochs = [...new Set(found.map(({ epoch }) => epoch))].sort((a, b) => a - b);
  const when =
    epochs.length === 1
      ? `epoch ${epochs[0] ?? 0}`
      : `epochs ${epochs[0] ?? 0} to ${epochs.at(-1) ?? 0}`;
  const text = `validation loss rises after ${when} while training loss still falls.`;
  return [{ lead: `${names} overfit:`, text }];
}

interface Overfitting {
  readonly arm: ArmEvidence;
  readonly lanes: number;
  /** Of the lowest validation loss; over several seeds, in the middle of theirs. */
  readonly epoch: number;
  readonly lowest: number;
  readonly final: number;
  readonly accuracyFell: boolean;
}

function describeOne({ arm, lanes, epoch, lowest, final, accuracyFell }: Overfitting): Statement {
  const surer = accuracyFell ? '' : ' Its accuracy does not fall: it grows surer of its mistakes.';
  const seeds = inSeeds(lanes, arm.lanes.length);
  const about = seeds === '' ? '' : 'about ';
  return {
    lead: `${arm.arm.id} overfits after ${about}epoch ${epoch}${seeds}:`,
    text: `validation loss ${shortLoss(lowest)} → ${shortLoss(final)} while training loss still falls.${surer}`,
  };
}

/** Null unless most of its lanes show it. */
function overfittingOf(arm: ArmEvidence, rows: number): Overfitting | null {
  const found = arm.lanes.flatMap(({ history }) => findRise(history, rows) ?? []);
  if (found.length <= arm.lanes.length / 2) return null;
  return {
    arm,
    lanes: found.length,
    epoch: Math.round(median(found.map(({ epoch }) => epoch))),
    lowest: mean(found.map(({ lowest }) => lowest)),
    final: mean(found.map(({ final }) => final)),
    accuracyFell: found.some((one) => one.accuracyFell),
  };
}

/** Null where the figures do not bear it. */
function findRise(lane: LaneHistory, rows: number) {
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
  const epoch = lane.value('epoch', best);
  return { epoch, lowest, final, accuracyFell: didAccuracyFall(lane, best, rows) };
}

/** Beyond what neighbouring epochs differ by, and beyond two standard errors of a share of `rows`. */
function didAccuracyFall(lane: LaneHistory, best: number, rows: number): boolean {
  const before = lane.value('validationAccuracy', best);
  const fall = before - lane.value('validationAccuracy', lane.length - 1);
  if (!Number.isFinite(fall)) return true; // regression has no accuracy to speak of
  const twoErrors = 2 * Math.sqrt((before * (1 - before)) / rows);
  return fall > Math.max(twoErrors, 3 * medianChange(lane, 'validationAccuracy'));
}
