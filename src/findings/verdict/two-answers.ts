/** Rule 5 and its neighbour: accuracy and loss do not say the same. */
import { mean } from '../../base/statistics/summary.ts';
import { circumstances, seedsText } from './arm-words.ts';
import { rank } from './comparison.ts';
import type { TestedComparison } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import {
  ACCURACY,
  behindPoint,
  digitsFor,
  LOSS,
  rangeText,
  signedDifference,
  writePair,
} from '../metric.ts';
import type { Metric } from '../metric.ts';
import { turned } from './paired-difference.ts';
import type { PairedDifference } from './paired-difference.ts';
import type { Statement } from '../statement.ts';

/** Of more than two arms, one statement together. */
export function describeTwoAnswersOf(
  evidence: Evidence,
  comparisons: readonly TestedComparison[],
): Statement[] {
  return together(
    'Two answers:',
    comparisons.flatMap((one) => describeTwoAnswers(evidence, one) ?? []),
  );
}

function together(lead: string, statements: readonly Statement[]): Statement[] {
  if (statements.length < 2) return [...statements];
  return [{ lead, text: statements.map(({ text }) => text).join(' ') }];
}

/** Both are clear, and the arm that is right more often has the higher loss. Null: it is not so. */
export function describeTwoAnswers(
  evidence: Evidence,
  comparison: TestedComparison,
): Statement | null {
  const { difference, lossDifference, reference, arm } = comparison;
  if (!lossDifference?.isClear || !difference.isClear) return null;
  const { leader, trailer, gain } = rank(evidence, comparison);
  const loss = leader === reference ? turned(lossDifference) : lossDifference;
  if (loss.mean <= 0) return null;
  // Beside the first arm it is understood.
  const than = trailer === evidence.arms[0] ? '' : ` than ${trailer.arm.id}`;
  const seeds = seedsText(gain.count, [reference, arm]);
  return {
    lead: 'Two answers:',
    text: `${leader.arm.id} is right more often${than} (${withNamedRange(ACCURACY, gain)}), but its validation loss is higher (${withNamedRange(LOSS, loss)}): its probabilities fit these labels worse (${seeds}${circumstances(evidence, [reference, arm])}).`,
  };
}

/** Accuracy does not tell arms apart, and the loss does. */
export function describeLossAlone(
  evidence: Evidence,
  comparisons: readonly TestedComparison[],
): Statement[] {
  const found = comparisons.flatMap((one) => describeLossAloneOf(evidence, one) ?? []);
  return together('The loss tells apart what accuracy does not:', found);
}

function describeLossAloneOf(
  evidence: Evidence,
  { difference, lossDifference, pairs, arm, reference }: TestedComparison,
): Statement | null {
  if (!lossDifference?.isClear || difference.isClear) return null;
  const isOwnLower = lossDifference.mean < 0;
  const [lower, higher] = isOwnLower ? [arm, reference] : [reference, arm];
  const own = mean(pairs.map((pair) => pair.own.row.validationLoss));
  const other = mean(pairs.map((pair) => pair.other.row.validationLoss));
  const loss = isOwnLower ? lossDifference : turned(lossDifference);
  const figures = isOwnLower ? ([own, other] as const) : ([other, own] as const);
  const { first, second, size } = writePair(LOSS, figures, digitsFor(LOSS, [loss.low, loss.high]));
  const seeds = seedsText(loss.count, [reference, arm]);
  return {
    lead: `The loss tells ${reference.arm.id} and ${arm.arm.id} apart:`,
    text: `${lower.arm.id}’s validation loss is lower than ${higher.arm.id}’s, ${first} against ${second} (difference ${withNamedRange(LOSS, loss, behindPoint(size))}; ${seeds})${circumstances(evidence, [reference, arm])}: its probabilities fit these labels better.`,
  };
}

/** "+8.1 points, interval 5.6 to 10.6", where it is not said yet what the numbers are. */
export function withNamedRange(...args: Parameters<typeof withRange>): string {
  return withRange(...args).replace(', ', ', interval ');
}

/** "+8.1 points, 5.6 to 10.6"; the difference has so many digits behind the point at least. */
export function withRange(
  metric: Metric,
  { mean, low, high }: PairedDifference,
  least = 0,
): string {
  const digits = digitsFor(metric, [low, high]);
  return `${signedDifference(metric, mean, Math.max(digits, least))}, ${rangeText(metric, [low, high], digits)}`;
}
