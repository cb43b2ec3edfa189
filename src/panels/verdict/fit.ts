/** Rule 4: a smaller gap between training and validation is no gain where validation is worse. */
import { rank } from './comparison.ts';
import type { TestedComparison } from './comparison.ts';
import { mean, trainingFigure } from './evidence.ts';
import type { ArmEvidence, Evidence, LaneEvidence } from './evidence.ts';
import type { Statement } from './statement.ts';
import { isImproving } from './still-improving.ts';

/** Null: not so, or a figure is missing, or the arm that is behind is not at its end. */
export function describeFit(evidence: Evidence, comparison: TestedComparison): Statement | null {
  if (!comparison.difference.isClear) return null;
  const { leader, trailer } = rank(evidence, comparison);
  if (isImproving(evidence, trailer)) return null;
  const isOwn = trailer === comparison.arm;
  const lanes = (arm: 'leader' | 'trailer') =>
    comparison.pairs.map(({ own, other }) => ((arm === 'trailer') === isOwn ? own : other));
  const [better, worse] = [fitOf(evidence, lanes('leader')), fitOf(evidence, lanes('trailer'))];
  const fitsLess =
    evidence.metric.better === 'highest'
      ? worse.training < better.training
      : worse.training > better.training;
  if (!fitsLess || !(Math.abs(worse.gap) < Math.abs(better.gap))) return null;
  return {
    lead: `${trailer.arm.id} fits less; it does not generalise better:`,
    text: gapText(evidence, worse, better, leader),
  };
}

interface Fit {
  readonly training: number;
  readonly validation: number;
  /** By how much the training figure is the better one. */
  readonly gap: number;
}

function fitOf({ metric }: Evidence, lanes: readonly LaneEvidence[]): Fit {
  const isAccuracy = metric.better === 'highest';
  const what = isAccuracy ? 'accuracy' : 'loss';
  const training = mean(lanes.map((lane) => trainingFigure(lane, what)));
  const validation = mean(lanes.map(({ row }) => row[metric.figure]));
  return { training, validation, gap: isAccuracy ? training - validation : validation - training };
}

/** "gap 4 against 19 points, but validation 8.3 against 80.3 %" */
function gapText({ metric }: Evidence, worse: Fit, better: Fit, leader: ArmEvidence): string {
  const isAccuracy = metric.better === 'highest';
  const gap = ({ gap: value }: Fit) =>
    isAccuracy ? (value * 100).toFixed(0).replace('-', '−') : metric.value(value).replace('-', '−');
  const name = isAccuracy ? 'validation' : 'validation loss';
  const values = `${metric.value(worse.validation)} against ${metric.value(better.validation)}`;
  return `gap ${gap(worse)} against ${gap(better)}${metric.differenceUnit} (${leader.arm.id}), but ${name} ${values}${metric.unit}.`;
}
