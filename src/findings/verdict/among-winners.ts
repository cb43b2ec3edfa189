/**
 * Of several arms that each beat the first: whether the best of them is better than the others, and by how
 * much.
 */
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { reservations } from './arm-words.ts';
import { isBeaten, pairCount, rank } from './comparison.ts';
import type { Comparison, TestedComparison } from './comparison.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { digitsFor, rangeText, writePair } from '../metric.ts';
import type { Statement } from '../statement.ts';

/** ", C by most", "; between them nothing is shown": of the best compared with the others. */
export function orderAmong(evidence: Evidence, comparisons: readonly Comparison[]): string {
  const [first] = comparisons;
  if (!first) return '';
  const rivals = comparisons.filter((one) => !isBeaten(evidence, one));
  if (rivals.length === 0) return `, ${idOf(first.arm)} by most`;
  if (rivals.length === comparisons.length)
    return `; ${rivals.length === 1 ? 'between' : 'among'} them nothing is shown`;
  const unordered = joinWords([first.arm, ...rivals.map(({ reference }) => reference)].map(idOf));
  return `; nothing is shown of the order of ${unordered}`;
}

/** By how much it is better than those it is clear of, the next best first. */
export function describeBest(evidence: Evidence, comparisons: readonly Comparison[]): Statement[] {
  const beaten = comparisons.flatMap((one) => (isBeaten(evidence, one) ? [one] : []));
  const [first, ...others] = beaten;
  if (!first) return [];
  const arms = [first.arm, ...beaten.map(({ reference }) => reference)];
  const [best = '', ...names] = arms.map(idOf);
  const gains = beaten.map((one) => {
    const than = others.length === 0 ? '' : `than ${idOf(one.reference)} `;
    return than + gainText(evidence, one);
  });
  const held = `The 95 % intervals hold for all ${pairCount(evidence)} pairs of arms together`;
  return [
    {
      lead: `${best} is also better than ${joinWords(names)}:`,
      text: `${gains.join(', ')}. ${held}${reservations(evidence, arms)}.`,
    },
  ];
}

/** "by 1.45 (interval 0.49 to 2.41)", "by 5.9 points (interval 3.1 to 8.7)" */
function gainText(evidence: Evidence, comparison: TestedComparison): string {
  const { metric } = evidence;
  const { gain } = rank(evidence, comparison);
  const range = [gain.low, gain.high] as const;
  const digits = digitsFor(metric, range);
  const figure = (lane: 'own' | 'other') =>
    mean(comparison.pairs.map((pair) => pair[lane].row[metric.figure]));
  const { size } = writePair(metric, [figure('own'), figure('other')], digits);
  return `by ${size}${metric.differenceUnit} (interval ${rangeText(metric, range, digits)})`;
}

function idOf({ arm }: ArmEvidence): string {
  return arm.id;
}
