/**
 * A validation figure that was best at an epoch and worse at the end: whether that is overfitting, and if
 * not, which condition decided.
 */
import { mcnemar } from '../../base/statistics/mcnemar.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import type { FigureName } from '../../figures/figures.ts';
import { RISK } from './comparison.ts';
import { medianChange } from './evidence.ts';

/** Of a loss: what is less is no rise worth naming. */
export const LEAST_RISE = 0.05;
/** As large a chance as a difference of one standard error has: what is likelier is not spoken of. */
const NEAR = 0.32;

export interface LaneTurningPoint {
  readonly epoch: number;
  readonly best: number;
  readonly end: number;
}

/** Why a fall of accuracy is none that counts as overfitting. */
export type Excuse = 'doesNotLearn' | 'trainingWorsens' | 'chance' | 'wobble';

export interface Fall extends LaneTurningPoint {
  /** Null: it is overfitting. */
  readonly excuse: Excuse | null;
  /** It is large enough to be seen, and to be wondered about. */
  readonly isNotable: boolean;
}

/** Of validation loss, while training loss falls. Null where the figures do not bear it. */
export function findRise(lane: LaneHistory): LaneTurningPoint | null {
  const turningPoint = turningPointOf(lane, 'validationLoss', 'lowest');
  if (!turningPoint) return null;
  const noise = 3 * medianChange(lane, 'validationLoss');
  const isRise =
    turningPoint.end - turningPoint.best > Math.max(LEAST_RISE * turningPoint.best, noise);
  return isRise && isLossFalling(lane, turningPoint) ? turningPoint : null;
}

/**
 * Of accuracy, over so many validation rows. It is real where it is more than three times what neighbouring
 * epochs differ by, and more than chance makes of the rows that only one of the two epochs got right. Only
 * of a real one it is asked what else speaks against overfitting. Null: it has not fallen.
 */
export function findFall(lane: LaneHistory, rows: number, isLearning: boolean): Fall | null {
  const turningPoint = turningPointOf(lane, 'validationAccuracy', 'highest');
  if (!turningPoint || turningPoint.end >= turningPoint.best) return null;
  const fall = turningPoint.best - turningPoint.end;
  const chance = chanceOf(lane, turningPoint, rows);
  const wobble = 3 * medianChange(lane, 'validationAccuracy');
  if (chance > RISK || fall <= wobble) {
    const isNotable = chance < NEAR && fall > wobble / 2;
    return { ...turningPoint, excuse: chance > RISK ? 'chance' : 'wobble', isNotable };
  }
  const worsens = isLossFalling(lane, turningPoint) ? null : 'trainingWorsens';
  return { ...turningPoint, excuse: isLearning ? worsens : 'doesNotLearn', isNotable: true };
}

/** Whether it is beyond chance and beyond the curve's wobble, whatever it is put down to. */
export function isReal({ excuse }: Fall): boolean {
  return excuse !== 'chance' && excuse !== 'wobble';
}

/** Of so uneven a change among the rows whose answer was right at one of the two epochs only. */
function chanceOf(lane: LaneHistory, { best, end }: LaneTurningPoint, rows: number): number {
  const lost = Math.round(lane.value('lostSinceBest', lane.length - 1));
  const won = lost - Math.round((best - end) * rows);
  return mcnemar(lost, Math.max(0, won));
}

/** Null: it is at its best at epoch 0, where nothing has been learnt, or among the last epochs. */
function turningPointOf(lane: LaneHistory, name: FigureName, better: 'highest' | 'lowest') {
  const end = lane.length - 1;
  const epoch = lane.best(name, better);
  if (epoch < 1 || epoch >= 0.9 * end) return null;
  return { epoch, best: lane.value(name, epoch), end: lane.value(name, end) };
}

/** On the training rows, since the epoch of the turning point. */
function isLossFalling(lane: LaneHistory, { epoch }: LaneTurningPoint): boolean {
  return lane.value('trainingLoss', lane.length - 1) < lane.value('trainingLoss', epoch);
}
