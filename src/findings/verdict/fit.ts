/** Rule 4: a smaller gap between training and validation is no gain where validation is worse. */
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { changesReserved } from './changes-on-the-way.ts';
import { rank, RISK } from './comparison.ts';
import type { TestedComparison } from './comparison.ts';
import type { ArmEvidence, Evidence, LaneEvidence } from './evidence.ts';
import { meanDifference } from './paired-difference.ts';
import type { Statement } from '../statement.ts';
import { isImproving } from './still-improving.ts';

/** One statement of all arms that it is so of. */
export function describeFit(
  evidence: Evidence,
  comparisons: readonly TestedComparison[],
): Statement[] {
  const found = comparisons.flatMap((one) => fitsLess(evidence, one) ?? []);
  const [first, ...others] = found;
  if (!first) return [];
  if (others.length === 0)
    return [
      { lead: `${first.id} fits less; it does not generalise better:`, text: `${first.text}.` },
    ];
  const text = found.map((one) => `${one.id} ${one.text}`).join('; ');
  const names = joinWords(found.map(({ id }) => id));
  return [{ lead: `${names} fit less; they do not generalise better:`, text: `${text}.` }];
}

/** Null: not so, or a figure is missing, or the arm that is behind is not at its end. */
function fitsLess(evidence: Evidence, comparison: TestedComparison) {
  if (!comparison.difference.isClear) return null;
  const { leader, trailer } = rank(evidence, comparison);
  if (isImproving(evidence, trailer)) return null;
  const isOwn = trailer === comparison.arm;
  const lanes = (arm: 'leader' | 'trailer') =>
    comparison.pairs.map(({ own, other }) => ((arm === 'trailer') === isOwn ? own : other));
  const [better, worse] = [fitOf(evidence, lanes('leader')), fitOf(evidence, lanes('trailer'))];
  if (!isClearlyLess(evidence, lanes('trailer'), lanes('leader'))) return null;
  const changed = changesReserved(evidence, [leader, trailer]);
  return { id: trailer.arm.id, text: gapText(evidence, worse, better, leader) + changed };
}

/** It fits its training rows less well, and its gap is smaller, each beyond what chance explains over the seeds. */
function isClearlyLess(
  evidence: Evidence,
  worse: readonly LaneEvidence[],
  better: readonly LaneEvidence[],
): boolean {
  const isBelow = (value: (fit: Fit) => number) => {
    const differences = worse.map((lane, index) => {
      const other = better[index];
      return other ? value(fitOf(evidence, [lane])) - value(fitOf(evidence, [other])) : NaN;
    });
    const difference = meanDifference(differences, { risk: RISK });
    return difference !== null && difference.isClear && difference.mean < 0;
  };
  const sign = evidence.metric.better === 'highest' ? 1 : -1;
  return isBelow(({ training }) => sign * training) && isBelow(({ gap }) => Math.abs(gap));
}

export interface Fit {
  readonly training: number;
  readonly validation: number;
  /** By how much the training figure is the better one. */
  readonly gap: number;
}

export function fitOf({ metric }: Evidence, lanes: readonly LaneEvidence[]): Fit {
  const isAccuracy = metric.better === 'highest';
  // The same as in the chart of the gap, on its sample.
  const training = mean(
    lanes.map(({ row }) => (isAccuracy ? row.trainingAccuracy : row.trainingLoss)),
  );
  const validation = mean(lanes.map(({ row }) => row[metric.figure]));
  return { training, validation, gap: isAccuracy ? training - validation : validation - training };
}

/** "gap 4 against 19 points, but validation accuracy 8.3 against 80.3 %" */
function gapText({ metric }: Evidence, worse: Fit, better: Fit, leader: ArmEvidence): string {
  const isAccuracy = metric.better === 'highest';
  const gap = ({ gap: value }: Fit) =>
    isAccuracy ? withMinus((value * 100).toFixed(0)) : withMinus(metric.value(value));
  const values = `${metric.value(worse.validation)} against ${metric.value(better.validation)}`;
  return `gap ${gap(worse)} against ${gap(better)}${metric.differenceUnit} (${leader.arm.id}), but ${metric.name} ${values}${metric.unit}`;
}

/** "−3.4", "0.12": of accuracies in points. */
export function gapFigure({ metric }: Evidence, { gap }: Fit): string {
  return withMinus(metric.value(gap));
}

/** With a minus in place of a hyphen. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}
