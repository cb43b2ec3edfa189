/** Rule 3, its second half: whether the validation rows of one run can tell arms apart at all. */
import { joinWords } from '../../store/arm-name.ts';
import { count } from '../../ui/figure-text.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { VerdictMaterial } from './verdict-material.ts';

const KINDS = ['cannot', 'may be too few to'] as const;
type Doubt = (typeof KINDS)[number];

/**
 * Which arms cannot be told from the best; null: all can. Best first. Of the order of the others nothing is
 * said.
 */
export function describeDoubt(evidence: Evidence, arms: readonly ArmEvidence[]): string | null {
  const [leader, ...others] = arms;
  if (!leader) return null;
  const { validationRows, noun } = evidence.material;
  const rows = `${count(validationRows)} ${noun}`;
  const doubts = others.map((arm) => ({ arm, doubt: doubtBetween(evidence, leader, arm) }));
  const ofKind = (kind: Doubt) => doubts.filter(({ doubt }) => doubt === kind);
  const found = KINDS.filter((kind) => ofKind(kind).length > 0);
  if (found.length === 0) return null;
  const texts = found.map((kind, index) => {
    if (others.length === 1) return `${kind} tell these apart`;
    const whom = index === 0 ? `${leader.arm.id}, the best,` : 'it';
    const own = ofKind(kind);
    const all = own.length === others.length;
    return `${kind} tell ${whom} from ${all ? 'any other' : joinWords(own.map(({ arm }) => arm.arm.id))}`;
  });
  return `${rows} ${texts.join(', and ')}.`;
}

/**
 * |d| < 2·√(b + c)/m, b and c being the rows that only one of the two gets right (a difference of paired
 * shares against its standard error; McNemar 1947). Where b + c is not known, it is at least |d|·m and at
 * most the errors of both, or the right answers of both: below the least there is doubt for certain, below
 * the most there may be.
 */
export function doubtBetween(
  { material, metric }: Evidence,
  leader: ArmEvidence,
  trailer: ArmEvidence,
): Doubt | null {
  const [high, low] = [meanFigure(leader, metric.figure), meanFigure(trailer, metric.figure)];
  if (high === low) return 'cannot';
  if (metric.figure !== 'validationAccuracy') return null;
  const rows = material.validationRows;
  const tooFew = (onlyOneRight: number) => high - low < (2 * Math.sqrt(onlyOneRight)) / rows;
  const known = discordanceOf(material, leader, trailer);
  if (known !== null) return tooFew(known) ? 'cannot' : null;
  if (tooFew((high - low) * rows)) return 'cannot';
  return tooFew(Math.min(2 - high - low, high + low) * rows) ? 'may be too few to' : null;
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
