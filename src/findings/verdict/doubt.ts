/** Rule 3, its second half: whether the validation rows of one run can tell arms apart at all. */
import { capitalized } from '../../base/text/capitalized.ts';
import { countOf } from '../../base/text/count-of.ts';
import { mcnemar } from '../../base/statistics/mcnemar.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { pairCount, RISK } from './comparison.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { VerdictMaterial } from './verdict-material.ts';

/** How far a difference is in doubt: there is none, it is too small to tell, or may be. */
export type Doubt = 'equal' | 'is' | 'may be';

/**
 * Which arms cannot be told from the best; null: all can. Best first. Of the order of the others nothing is
 * said.
 */
export function describeDoubt(evidence: Evidence, arms: readonly ArmEvidence[]): string | null {
  const [leader, ...others] = arms;
  if (!leader) return null;
  const { validationRows, noun } = evidence.material;
  const doubts = others.map((arm) => ({
    id: arm.arm.id,
    doubt: doubtBetween(evidence, leader, arm),
  }));
  return doubtSentence(leader.arm.id, doubts, countOf(validationRows, noun));
}

/** `leader`: "C", "it"; `rows`: "500 images". Null: of none of them there is doubt. */
export function doubtSentence(
  leader: string,
  others: readonly { readonly id: string; readonly doubt: Doubt | null }[],
  rows: string,
): string | null {
  const [only, ...more] = others;
  if (only && more.length === 0) {
    if (only.doubt === null) return null;
    return only.doubt === 'equal'
      ? `No difference shows on ${rows.startsWith('1 ') ? 'this' : 'these'} ${rows}.`
      : `The difference ${only.doubt} too small to tell on ${rows}.`;
  }
  const ofKind = (kind: Doubt) => others.filter(({ doubt }) => doubt === kind);
  const [level, certain, possible] = [ofKind('equal'), ofKind('is'), ofKind('may be')];
  const lead = (some: typeof others) => {
    const names = joinWords(some.map(({ id }) => id));
    return `lead over ${some.length === others.length ? 'any other' : names}`;
  };
  const whose = leader === 'it' ? 'Its' : `${leader}’s`;
  const also = possible.length === 0 ? '' : `, and its ${lead(possible)} may be`;
  const sentences = [
    level.length > 0
      ? `${capitalized(joinWords(level.map(({ id }) => id)))} ${level.length === 1 ? 'is' : 'are'} level with ${leader}.`
      : null,
    certain.length > 0
      ? `${whose} ${lead(certain)} is too small to tell on ${rows}${also}.`
      : possible.length > 0
        ? `${whose} ${lead(possible)} may be too small to tell on ${rows}.`
        : null,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** Null: there is none, or there is no test for it. */
export function doubtBetween(
  evidence: Evidence,
  leader: ArmEvidence,
  trailer: ArmEvidence,
): Doubt | null {
  const { material, metric } = evidence;
  const [high, low] = [meanFigure(leader, metric.figure), meanFigure(trailer, metric.figure)];
  if (metric.figure !== 'validationAccuracy') return high === low ? 'equal' : null;
  const rows = material.validationRows;
  const known = discordanceOf(material, leader, trailer);
  return doubtOfShares({ high, low, rows, known, risk: RISK / pairCount(evidence) });
}

interface TwoShares {
  readonly high: number;
  readonly low: number;
  /** The same ones, of both. */
  readonly rows: number;
  /** How many only one of the two gets right; null: not known. */
  readonly known: number | null;
  readonly risk: number;
}

/**
 * By McNemar’s exact test on the rows that only one of the two gets right. Where it is not known how many
 * those are, they are at least as many as the difference and at most the errors of both, or the right
 * answers of both: if the least leave a doubt it is certain, if the most do there may be one.
 */
export function doubtOfShares({ high, low, rows, known, risk }: TwoShares): Doubt | null {
  const difference = Math.round((high - low) * rows);
  if (difference === 0) return 'equal';
  const isTooSmall = (onlyOne: number) => {
    const other = Math.max(0, Math.round((onlyOne - difference) / 2));
    return mcnemar(other + difference, other) > risk;
  };
  if (known !== null) return isTooSmall(known) ? 'is' : null;
  if (isTooSmall(difference)) return 'is';
  return isTooSmall(Math.min(2 - high - low, high + low) * rows) ? 'may be' : null;
}

/** Exact, from what both answered at the compared epoch; null: not known. */
export function discordanceOf(
  { discordance }: VerdictMaterial,
  one: ArmEvidence,
  other: ArmEvidence,
): number | null {
  const isFirst = ({ lanes: [lane, ...more] }: ArmEvidence) =>
    lane?.replicate === 0 && more.length === 0;
  if (!isFirst(one) || !isFirst(other)) return null;
  return discordance?.(one.arm.id, other.arm.id) ?? null;
}
