/** Rules 1, 2, 5 and 9 for two arms over three seeds and more. */
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { allDifferences, circumstances, labelOf, reservations, seedsText } from './arm-words.ts';
import { changesReserved } from './changes-on-the-way.ts';
import { rank } from './comparison.ts';
import type { Ranking, TestedComparison } from './comparison.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { digitsFor, rangeText, signedDifference, writePair } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { PairedDifference } from './paired-difference.ts';
import type { Statement } from '../statement.ts';
import { isImproving, lastEpoch, stillImproving } from './still-improving.ts';
import { describeTwoAnswers } from './two-answers.ts';

export function compareTwo(evidence: Evidence, comparison: TestedComparison): Statement {
  if (!comparison.difference.isClear) return describeNoDifference(evidence, comparison);
  const ranking = rank(evidence, comparison);
  if (isImproving(evidence, ranking.trailer)) return describeUnfinished(evidence, ranking);
  return describeTwoAnswers(evidence, comparison) ?? describeBetter(evidence, comparison, ranking);
}

/** Rule 1. */
function describeBetter(
  evidence: Evidence,
  comparison: TestedComparison,
  { leader, trailer, gain }: Ranking,
): Statement {
  const { metric } = evidence;
  const range = [gain.low, gain.high] as const;
  const digits = digitsFor(metric, range);
  const isAccuracy = metric.better === 'highest';
  const { first, second, size } = writePair(
    metric,
    bothFigures(evidence, comparison, leader),
    digits,
  );
  const amount = isAccuracy ? `+${size}${metric.differenceUnit}` : `${size} lower`;
  const figures = `${first} against ${second}${metric.unit}`;
  const than = leader === comparison.reference ? ` than ${labelOf(evidence, trailer)}` : '';
  const seeds = seedsText(gain.count, [leader, trailer]);
  const consistent = `${isAccuracy ? 'higher' : 'lower'} in ${inHowMany(gain)}`;
  return {
    lead: `${labelOf(evidence, leader)} is better on ${metric.name}${than}: ${figures}, ${amount}`,
    text: `(95 % interval ${rangeText(metric, range, digits)}; ${seeds}, ${consistent})${circumstances(evidence, [leader, trailer])}.${manyCauses(evidence, comparison)}${stillImproving(evidence, [leader])}`,
  };
}

/** "all", "9 of 10" */
function inHowMany({ higher, count }: PairedDifference): string {
  return higher === count ? 'all' : `${higher} of ${count}`;
}

/** Over the seeds that both have, the leader’s first. */
function bothFigures(
  { metric }: Evidence,
  { pairs, arm }: TestedComparison,
  leader: ArmEvidence,
): readonly [number, number] {
  const own = mean(pairs.map((pair) => pair.own.row[metric.figure]));
  const other = mean(pairs.map((pair) => pair.other.row[metric.figure]));
  return leader === arm ? [own, other] : [other, own];
}

/** Where the arms differ in several things, none of them is the cause. */
function manyCauses(evidence: Evidence, { arm, reference }: TestedComparison): string {
  const differences = allDifferences(evidence, arm, reference);
  if (differences.length < 2) return '';
  const settings = joinWords(differences.map(({ setting }) => setting));
  return ` ${arm.arm.id} differs from ${reference.arm.id} in ${settings}; which of them does it is not shown.`;
}

/** Rule 2. */
function describeNoDifference(evidence: Evidence, comparison: TestedComparison): Statement {
  const { metric } = evidence;
  const { arm, reference, difference } = comparison;
  const seeds = seedsText(difference.count, [arm, reference]);
  const name = ` in ${metric.name}`;
  const late = stillImproving(evidence, [reference, arm]);
  if (difference.higher + difference.lower === 0) {
    const text = `${reference.arm.id} and ${arm.arm.id} end alike${name} (${seeds})${reservations(evidence, [reference, arm])}.${late}`;
    return { lead: 'No difference:', text };
  }
  const range = [difference.low, difference.high] as const;
  const digits = digitsFor(metric, range);
  const amount = signedDifference(metric, difference.mean, digits);
  return {
    lead: 'No difference shown:',
    text: `${arm.arm.id} minus ${reference.arm.id} is ${amount}${name}, 95 % interval ${rangeText(metric, range, digits)} (${seeds})${reservations(evidence, [reference, arm])}. ${needMoreSeeds(metric, difference)}${late}`,
  };
}

/** "Differences below 0.5 points would need more seeds." */
export function needMoreSeeds(metric: Metric, difference: PairedDifference): string {
  return `Differences below ${roundedUp(metric, difference)}${metric.differenceUnit} would need more seeds.`;
}

/** The larger end of the interval: 0.47 → 0.5 */
function roundedUp(metric: Metric, { low, high }: PairedDifference): string {
  const size = Math.max(-low, high) * metric.scale;
  const digits = Math.max(metric.scale === 1 ? digitsFor(metric, [low, high]) - 1 : 1, 0);
  const step = Number(`1e${digits}`);
  return (Math.ceil(size * step - 1e-9) / step).toFixed(digits);
}

/** Rule 9. */
function describeUnfinished(evidence: Evidence, { leader, trailer, gain }: Ranking): Statement {
  const { metric } = evidence;
  const id = trailer.arm.id;
  const figure = (arm: ArmEvidence) =>
    metric.value(mean(arm.lanes.map(({ row }) => row[metric.figure])));
  const seeds = seedsText(gain.count, [leader, trailer]);
  return {
    lead: 'Not finished:',
    text: `${id} is behind (${metric.name} ${figure(trailer)} against ${figure(leader)}${metric.unit}; ${seeds}) but still improves at epoch ${lastEpoch(trailer)}${changesReserved(evidence, [leader, trailer])}; no ranking yet.`,
  };
}
