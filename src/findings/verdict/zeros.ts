/** Rule 12: how many weights L1 has cut to exactly 0, and what that cost or gained. */
import { settingsOfArm } from '../../experiment/experiment.ts';
import type { Arm } from '../../experiment/experiment.ts';
import { regularizerById, zerosOf } from '../../experiment/regularizers.ts';
import { activeRegularizers, inSentence, joinWords } from '../../experiment/arm-name.ts';
import { wholePercent } from '../../base/text/figure-text.ts';
import { isTested, rank } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { seedsText, soleDifference } from './arm-words.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { turned } from './paired-difference.ts';
import type { Statement } from '../statement.ts';
import { isImproving } from './still-improving.ts';
import { withRange } from './two-answers.ts';
import type { VerdictMaterial } from './verdict-material.ts';

export function describeZeros(evidence: Evidence, comparisons: readonly Comparison[]): Statement[] {
  const arms = evidence.arms.flatMap((arm) => {
    const cutter = cutterOf(arm.arm);
    const zeros = meanFigure(arm, 'zeroWeights');
    return cutter && Number.isFinite(zeros) ? [{ arm, cutter, zeros }] : [];
  });
  const [cuts] = describeCuts(
    evidence,
    arms.filter(({ cutter, zeros }) => cutter.isExact && zeros > 0),
    comparisons,
  );
  const [penalties] = describePenalties(
    evidence,
    arms.filter(({ cutter, zeros }) => !cutter.isExact && zeros === 0).map(({ arm }) => arm),
  );
  if (!cuts || !penalties) return [cuts, penalties].flatMap((statement) => statement ?? []);
  // What the two make of the weights is one finding.
  return [{ ...cuts, text: `${cuts.text} ${penalties.lead} ${penalties.text}`.trim() }];
}

interface CutArm {
  readonly arm: ArmEvidence;
  readonly cutter: Cutter;
  readonly zeros: number;
}

interface Cutter {
  readonly name: string;
  /** By a proximal step; else as a penalty only. */
  readonly isExact: boolean;
}

function cutterOf({ regularizers }: Arm): Cutter | null {
  const cutters = activeRegularizers(regularizers).flatMap((id): Cutter[] => {
    const zeros = zerosOf(regularizers, id);
    return zeros === null ? [] : [{ name: regularizerById(id).label, isExact: zeros === 'exact' }];
  });
  return cutters[0] ?? null;
}

/** "No weight of B is exactly 0 (62 % are below 0.001): L1 as a penalty shrinks, it does not cut." */
function describePenalties(evidence: Evidence, arms: readonly ArmEvidence[]): Statement[] {
  if (arms.length === 0) return [];
  const names = arms.map(({ arm }) => arm.id);
  const small = smallShares(evidence, arms);
  return [
    {
      lead: `No weight of ${names.length === 1 ? joinWords(names) : joinWords(names).replace(/ and (\w+)$/, ' or $1')} is exactly 0${small === '' ? '' : ` (${small})`}:`,
      text: 'L1 as a penalty shrinks, it does not cut.',
    },
  ];
}

/** '' where there is no picture of the weights at the compared epoch of each. */
function smallShares({ material }: Evidence, arms: readonly ArmEvidence[]): string {
  const shares = arms.map(({ arm, lanes }) => {
    const [first] = lanes;
    const small = first?.replicate === 0 ? material.smallWeightShare?.(arm.id) : null;
    return { id: arm.id, share: small ?? null, isOneOfMany: lanes.length > 1 };
  });
  if (shares.some(({ share }) => share === null)) return '';
  const items = shares.map(({ id, share }) =>
    arms.length === 1 ? wholePercent(share ?? NaN) : `${wholePercent(share ?? NaN)} of ${id}’s`,
  );
  const where = shares.some(({ isOneOfMany }) => isOneOfMany) ? ' in the first seed' : '';
  return `${joinWords(items)} are below 0.001${where}`;
}

/** One statement, whatever the number of arms. */
function describeCuts(
  evidence: Evidence,
  cuts: readonly CutArm[],
  comparisons: readonly Comparison[],
): Statement[] {
  const [first, ...others] = cuts;
  if (!first) return [];
  if (others.length === 0) return [describeCut(evidence, first, comparisons)];
  const names = new Set(cuts.map(({ cutter }) => cutter.name));
  const items = cuts.map(({ arm, cutter, zeros }) => {
    const effect = effectOf(evidence, arm, comparisons);
    const own = names.size === 1 ? '' : ` (${cutter.name})`;
    const also = effect === null ? '' : `, and ${effect.claim}: ${effect.figures}`;
    return `${shareOf(evidence, arm, zeros)} of ${arm.arm.id}’s${own}${keptText(evidence, arm, zeros)}${also}`;
  });
  const lead = `${joinWords([...names].map((name, index) => (index === 0 ? name : inSentence(name))))} set weights to exactly 0:`;
  return [{ lead, text: `${items.join('; ')}.` }];
}

function shareOf({ material }: Evidence, { arm }: ArmEvidence, zeros: number): string {
  return wholePercent(zeros / weightCount(material, arm));
}

/** ", which leaves 14 of 50 features", where every feature has one weight; else ''. */
function keptText({ material }: Evidence, { arm }: ArmEvidence, zeros: number): string {
  const { experiment, dataset } = material;
  const isLinear = settingsOfArm(experiment, arm).network.hiddenLayers.length === 0;
  if (!isLinear || dataset.outputs !== 1) return '';
  const kept = dataset.featureCount - Math.round(zeros);
  return `, which leaves ${kept} of ${dataset.featureCount} features`;
}

function describeCut(
  evidence: Evidence,
  { arm, cutter: { name }, zeros }: CutArm,
  comparisons: readonly Comparison[],
): Statement {
  const share = shareOf(evidence, arm, zeros);
  const effect = effectOf(evidence, arm, comparisons);
  const whose = effect === null ? `${arm.arm.id}’s` : 'the';
  const lead = `${name} set ${share} of ${whose} weights to exactly 0${keptText(evidence, arm, zeros)}`;
  return effect === null
    ? { lead: `${lead}.`, text: '' }
    : { lead: `${lead} and ${effect.claim}:`, text: `${effect.figures}.` };
}

/** Null where more than the one regularizer differs, nothing is clear, or who is behind is not at its end. */
function effectOf(
  evidence: Evidence,
  arm: ArmEvidence,
  comparisons: readonly Comparison[],
): { readonly claim: string; readonly figures: string } | null {
  const own = comparisons.find((one) => one.arm === arm);
  if (!own || !isTested(own) || !own.difference.isClear || !soleDifference(evidence, arm))
    return null;
  const { metric } = evidence;
  const { leader, trailer } = rank(evidence, own);
  if (isImproving(evidence, trailer)) return null;
  const isBetter = leader === arm;
  const isHigher = isBetter === (metric.better === 'highest');
  const amount = isHigher ? own.difference : turned(own.difference);
  const seeds = seedsText(amount.count, [arm, own.reference]);
  const signed = withRange(metric, amount).replace(', ', ' (interval ');
  const size = isHigher ? signed : signed.replace('+', 'by ');
  return {
    claim: `${metric.name} is ${isHigher ? 'higher' : 'lower'}`,
    figures: `${size}, ${seeds})`,
  };
}

/** Entries of its weight matrices, biases apart. */
function weightCount({ experiment, dataset }: VerdictMaterial, arm: Arm): number {
  const { hiddenLayers } = settingsOfArm(experiment, arm).network;
  const sizes = [dataset.featureCount, ...hiddenLayers, dataset.outputs];
  return sizes.slice(1).reduce((sum, units, index) => sum + (sizes[index] ?? 0) * units, 0);
}
