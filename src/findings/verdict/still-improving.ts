/** Rule 9: an arm that is behind but not at its end gives no ranking yet. */
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import type { LaneHistory } from '../../client/run-history.ts';
import { medianChange } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Metric } from '../metric.ts';
import { isLearning } from './not-learning.ts';

/** The last of the epochs, in which a best one means that a longer run may find a better one. */
const LATE = 0.95;
/** Of the epochs: what is compared with as many before it. */
const STRETCH = 0.1;

/** In most of its lanes; not where it learns nothing, since chance has its best epoch anywhere. */
export function isImproving(evidence: Evidence, arm: ArmEvidence): boolean {
  const improving = arm.lanes.filter(({ history }) => didImproveLate(history, evidence.metric));
  return improving.length > arm.lanes.length / 2 && isLearning(evidence, arm);
}

/**
 * By more than its figure shows as written, and not by a lucky epoch alone: the last tenth of the epochs is
 * better than the tenth before by what neighbouring epochs differ by. Not where early stopping had its way.
 */
function didImproveLate(history: LaneHistory, metric: Metric): boolean {
  if (history.end !== null || history.restoredEpoch !== null) return false;
  const end = history.length - 1;
  const best = history.best(metric.figure, metric.better);
  if (best <= LATE * end) return false;
  const before = history.best(metric.figure, metric.better, Math.floor(LATE * end));
  const text = (epoch: number) => metric.value(history.value(metric.figure, epoch));
  return text(best) !== text(before) && isRising(history, metric);
}

function isRising(history: LaneHistory, { figure, better }: Metric): boolean {
  const length = Math.max(1, Math.round(STRETCH * (history.length - 1)));
  const meanFrom = (from: number) =>
    mean(Array.from({ length }, (_, index) => history.value(figure, from + index)));
  const last = history.length - length;
  const change = meanFrom(last) - meanFrom(last - length);
  return (better === 'highest' ? change : -change) >= medianChange(history, figure);
}

/** " B still improves at epoch 50.", to append; nothing if none of them does. */
export function stillImproving(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  const improving = arms.filter((arm) => isImproving(evidence, arm));
  const [first] = improving;
  if (!first) return '';
  const verb = improving.length === 1 ? 'improves' : 'improve';
  return ` ${joinWords(improving.map(({ arm }) => arm.id))} still ${verb} at epoch ${lastEpoch(first)}.`;
}

export function lastEpoch({ lanes }: ArmEvidence): number {
  return Math.max(...lanes.map(({ row }) => row.epoch));
}
