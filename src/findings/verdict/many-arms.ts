/**
 * Rules 1, 2, 5 and 9 for more than two arms: each against the first, and of several that beat it the best
 * against the others, with intervals that hold together.
 */
import type { SortedComparisons } from './sorted-comparisons.ts';
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { describeBest, orderAmong } from './among-winners.ts';
import { allOf, circumstances, labelOf, seedsText } from './arm-words.ts';
import { compareWithBest, isTested, rank } from './comparison.ts';
import type { Comparison, TestedComparison } from './comparison.ts';
import { LEAST_ARMS } from './arm-table.ts';
import { leadManyArms } from './leading-sentence.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { behindPoint, writePair } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { isImproving, lastEpoch, stillImproving } from './still-improving.ts';
import { needMoreSeeds } from './two-arms.ts';
import { describeTwoAnswersOf, withNamedRange, withRange } from './two-answers.ts';

export function compareMany(
  evidence: Evidence,
  comparisons: readonly TestedComparison[],
): Statement[] {
  const sorted = sortOut(evidence, comparisons);
  const twoAnswers = (more: readonly Comparison[]) =>
    describeTwoAnswersOf(evidence, [...comparisons, ...more.filter(isTested)]);
  const [one, ...rest] = comparisons;
  // The table has the figures.
  if (one && evidence.all.length >= LEAST_ARMS)
    return [
      leadManyArms(evidence, sorted, [one, ...rest], describeTerms(evidence, comparisons)),
      ...describeUnfinished(evidence, sorted.unfinished),
      ...twoAnswers([]),
    ];
  const winners = compareWithBest(
    evidence,
    sorted.better.map(({ arm }) => arm),
  );
  const [first, ...others] = [
    ...describeBetter(evidence, sorted.better, winners),
    ...describeBest(evidence, winners),
    ...describeWorse(evidence, sorted.worse),
    ...describeUnshown(evidence, sorted.unshown),
  ];
  const terms = describeTerms(evidence, comparisons);
  return [
    ...(first ? [{ ...first, text: `${first.text} ${terms}` }] : []),
    ...others,
    ...describeUnfinished(evidence, sorted.unfinished),
    ...twoAnswers(winners),
  ];
}

function sortOut(evidence: Evidence, comparisons: readonly TestedComparison[]): SortedComparisons {
  const sorted: SortedComparisons = { better: [], worse: [], unfinished: [], unshown: [] };
  for (const comparison of comparisons) {
    const { leader, trailer } = rank(evidence, comparison);
    if (!comparison.difference.isClear) sorted.unshown.push(comparison);
    else if (isImproving(evidence, trailer)) sorted.unfinished.push(comparison);
    else (leader === comparison.arm ? sorted.better : sorted.worse).push(comparison);
  }
  return sorted;
}

function describeBetter(
  evidence: Evidence,
  better: readonly TestedComparison[],
  comparisons: readonly Comparison[],
): Statement[] {
  const [first] = better;
  if (!first) return [];
  const winners = better.map(({ arm }) => arm);
  const names = joinWords(winners.map((arm) => labelOf(evidence, arm)));
  const { id } = first.reference.arm;
  const verb =
    better.length === 1 ? 'is better than' : better.length === 2 ? 'both beat' : 'all beat';
  const lead = `${names} ${verb} ${id} on ${evidence.metric.name}${orderAmong(evidence, comparisons)}:`;
  const late = stillImproving(evidence, winners);
  return [{ lead, text: `${listWithRanges(evidence, better)}.${late}` }];
}

function describeWorse(evidence: Evidence, worse: readonly TestedComparison[]): Statement[] {
  const [first] = worse;
  if (!first) return [];
  const names = joinWords(worse.map(({ arm }) => labelOf(evidence, arm)));
  const verb = worse.length === 1 ? 'is' : 'are';
  const lead = `${names} ${verb} worse than ${first.reference.arm.id} on ${evidence.metric.name}:`;
  return [{ lead, text: `${listWithRanges(evidence, worse)}.` }];
}

function describeUnshown(evidence: Evidence, unshown: readonly TestedComparison[]): Statement[] {
  const [first] = unshown;
  if (!first) return [];
  const { metric } = evidence;
  const names = joinWords(unshown.map(({ arm }) => arm.arm.id));
  const largest = unshown.reduce((one, other) => (reach(other) > reach(one) ? other : one), first);
  const more = needMoreSeeds(metric, largest.difference);
  const late = stillImproving(evidence, [first.reference, ...unshown.map(({ arm }) => arm)]);
  return [
    {
      lead: `No difference from ${first.reference.arm.id} on ${metric.name} shown for ${names}:`,
      text: `${listWithRanges(evidence, unshown)}. ${more}${late}`,
    },
  ];
}

function reach({ difference: { low, high } }: TestedComparison): number {
  return Math.max(-low, high);
}

/** Rule 9, one statement for all that are behind and not at their end. */
function describeUnfinished(
  evidence: Evidence,
  unfinished: readonly TestedComparison[],
): Statement[] {
  const trailers = new Set(unfinished.map((one) => rank(evidence, one).trailer));
  const [first] = trailers;
  if (!first) return [];
  const names = joinWords([...trailers].map(({ arm }) => arm.id));
  const [are, improve] = trailers.size === 1 ? ['is', 'improves'] : ['are', 'improve'];
  const text = `${names} ${are} behind but still ${improve} at epoch ${lastEpoch(first)}; no ranking yet.`;
  return [{ lead: 'Not finished:', text }];
}

/** "B 89.7 % (difference +17.0 points, interval 14.6 to 19.4); C 89.4 % (+16.7, 14.2 to 19.2); A 72.7 %" */
function listWithRanges({ metric }: Evidence, comparisons: readonly TestedComparison[]): string {
  const digits = digitsOfList(metric, comparisons);
  const value = (arm: ArmEvidence, figure: number) =>
    `${arm.arm.id} ${digits > 1 ? (figure * metric.scale).toFixed(digits) : metric.value(figure)}${metric.unit}`;
  const items = comparisons.map(({ arm, pairs, difference }, index) => {
    const figure = mean(pairs.map(({ own }) => own.row[metric.figure]));
    // What the numbers are is said once.
    const named =
      index === 0
        ? `difference ${withNamedRange(metric, difference, digits)}`
        : withRange(metric, difference, digits);
    return `${value(arm, figure)} (${named})`;
  });
  const [first] = comparisons;
  const last = first ? [value(first.reference, meanFigure(first.reference, metric.figure))] : [];
  return [...items, ...last].join('; ');
}

/** Of shares: one behind the point, two for all where rounding would part any from its difference. */
function digitsOfList(metric: Metric, comparisons: readonly TestedComparison[]): number {
  if (metric.better === 'lowest') return 0;
  const sizes = comparisons.map(({ pairs }) => {
    const own = mean(pairs.map((pair) => pair.own.row[metric.figure]));
    const other = mean(pairs.map((pair) => pair.other.row[metric.figure]));
    return writePair(metric, [own, other], 1).size;
  });
  return Math.max(...sizes.map(behindPoint));
}

function describeTerms(evidence: Evidence, comparisons: readonly TestedComparison[]): string {
  const counts = comparisons.map(({ difference }) => difference.count);
  const arms = [...new Set(comparisons.flatMap(({ arm, reference }) => [reference, arm]))];
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const seeds = least === most ? seedsText(least, arms) : `${least} to ${most} seeds`;
  return `The 95 % intervals hold for ${allOf(comparisons.length)} comparisons together; ${seeds}${circumstances(evidence, arms)}.`;
}
