/** Arms against the first, and the best against others: paired over the seeds, with intervals that hold together. */
import type { ArmEvidence, Evidence } from './evidence.ts';
import { LEAST_PAIRS, pairedDifference, pairLanes, turned } from './paired-difference.ts';
import type { LanePair, PairedDifference } from './paired-difference.ts';
import { isImproving } from './still-improving.ts';

export interface Comparison {
  readonly arm: ArmEvidence;
  readonly reference: ArmEvidence;
  readonly pairs: readonly LanePair[];
  /** arm − reference, in the metric; null with fewer than three pairs. */
  readonly difference: PairedDifference | null;
  /** The same in validation loss, where the metric is accuracy. */
  readonly lossDifference: PairedDifference | null;
}

/** A comparison that has an interval. */
export interface TestedComparison extends Comparison {
  readonly difference: PairedDifference;
}

/** The chance of a false claim that all comparisons of a family share. */
export const RISK = 0.05;

/** `shares`: comparisons that share the risk; absent: these are all. */
export function compareWithFirst(evidence: Evidence, shares?: number): Comparison[] {
  const [reference, ...others] = evidence.arms;
  if (!reference) return [];
  const paired = others.map((arm) => ({ arm, reference, pairs: pairLanes(arm, reference) }));
  const tested = paired.filter(({ pairs }) => pairs.length >= LEAST_PAIRS);
  const risk = RISK / Math.max(1, shares ?? tested.length);
  return paired.map((one) => ({ ...one, ...differencesOf(evidence, one.pairs, risk) }));
}

function differencesOf(evidence: Evidence, pairs: readonly LanePair[], risk: number) {
  const { metric, material } = evidence;
  const isAccuracy = metric.figure === 'validationAccuracy';
  const resolution = isAccuracy ? 1 / material.validationRows : 0;
  return {
    difference: pairedDifference(pairs, metric.figure, { risk, resolution }),
    lossDifference: isAccuracy ? pairedDifference(pairs, 'validationLoss', { risk }) : null,
  };
}

export function isTested(comparison: Comparison): comparison is TestedComparison {
  return comparison.difference !== null;
}

/** Turned so that a gain is above 0: the leader is better by so much. */
export interface Ranking {
  readonly leader: ArmEvidence;
  readonly trailer: ArmEvidence;
  readonly gain: PairedDifference;
}

export function rank({ metric }: Evidence, comparison: TestedComparison): Ranking {
  const { arm, reference, difference } = comparison;
  const gain = metric.better === 'highest' ? difference : turned(difference);
  return gain.mean >= 0
    ? { leader: arm, trailer: reference, gain }
    : { leader: reference, trailer: arm, gain: turned(gain) };
}

/**
 * The best of some arms against each of the others, the next best first. They are tested over all pairs of
 * arms, since which of them leads was seen only afterwards.
 */
export function compareWithBest(evidence: Evidence, some: readonly ArmEvidence[]): Comparison[] {
  const [best, ...others] = byMean(evidence, some);
  if (!best) return [];
  const risk = RISK / pairCount(evidence);
  return others.map((reference) => {
    const pairs = pairLanes(best, reference);
    return { arm: best, reference, pairs, ...differencesOf(evidence, pairs, risk) };
  });
}

export function pairCount({ arms }: Evidence): number {
  return (arms.length * (arms.length - 1)) / 2;
}

/** Whether the best of `compareWithBest` is clearly better, and the other at its end. */
export function isBeaten(evidence: Evidence, one: Comparison): one is TestedComparison {
  if (!isTested(one) || !one.difference.isClear) return false;
  return rank(evidence, one).leader === one.arm && !isImproving(evidence, one.reference);
}

/** Best first. */
export function byMean({ metric }: Evidence, arms: readonly ArmEvidence[]): ArmEvidence[] {
  const sign = metric.better === 'highest' ? -1 : 1;
  const value = ({ lanes }: ArmEvidence) =>
    (sign * lanes.reduce((sum, { row }) => sum + row[metric.figure], 0)) / lanes.length;
  return [...arms].sort((a, b) => value(a) - value(b));
}
