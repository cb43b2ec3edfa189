/** Rule 12: how many weights L1 has cut to exactly 0, and what that cost or gained. */
import { settingsOfArm } from '../../protocol/experiment.ts';
import type { Arm } from '../../protocol/experiment.ts';
import { activeRegularizers } from '../../store/arm-name.ts';
import { wholePercent } from '../../ui/figure-text.ts';
import { isTested, rank } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { seedsText, soleDifference } from './arm-words.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { turned } from './paired-difference.ts';
import type { Statement } from './statement.ts';
import { isImproving } from './still-improving.ts';
import { withRange } from './two-answers.ts';
import type { VerdictMaterial } from './verdict-material.ts';

export function describeZeros(evidence: Evidence, comparisons: readonly Comparison[]): Statement[] {
  return evidence.arms.flatMap((arm) => {
    const cutter = cutterOf(arm.arm);
    if (!cutter) return [];
    const zeros = meanFigure(arm, 'zeroWeights');
    if (!Number.isFinite(zeros)) return [];
    if (zeros === 0) return cutter.isExact ? [] : [describePenalty(arm, cutter)];
    return cutter.isExact ? [describeCut(evidence, arm, cutter, zeros, comparisons)] : [];
  });
}

interface Cutter {
  readonly name: string;
  /** By a proximal step; else as a penalty only. */
  readonly isExact: boolean;
}

function cutterOf({ regularizers }: Arm): Cutter | null {
  const active = activeRegularizers(regularizers);
  const { l1, elasticNet } = regularizers;
  if (active.includes('l1') && l1) return { name: 'L1', isExact: l1.proximal };
  if (active.includes('elasticNet') && elasticNet && elasticNet.l1Share > 0)
    return { name: 'Elastic net', isExact: true };
  return null;
}

function describePenalty({ arm }: ArmEvidence, { name }: Cutter): Statement {
  return {
    lead: `No weight of ${arm.id} is exactly 0:`,
    text: `${name} as a penalty shrinks, it does not cut.`,
  };
}

function describeCut(
  evidence: Evidence,
  arm: ArmEvidence,
  { name }: Cutter,
  zeros: number,
  comparisons: readonly Comparison[],
): Statement {
  const share = wholePercent(zeros / weightCount(evidence.material, arm.arm));
  const effect = effectOf(evidence, arm, comparisons);
  const whose = effect === null ? `${arm.arm.id}’s` : 'the';
  const lead = `${name} set ${share} of ${whose} weights to exactly 0`;
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
  const name = metric.better === 'highest' ? 'validation accuracy' : 'validation loss';
  const amount = isHigher ? own.difference : turned(own.difference);
  const seeds = seedsText(amount.count, [arm, own.reference]);
  return {
    claim: `${name} is ${isHigher ? 'higher' : 'lower'}`,
    figures: `${withRange(metric, amount).replace(', ', ' (')}, ${seeds})`,
  };
}

/** Entries of its weight matrices, biases apart. */
function weightCount({ experiment, dataset }: VerdictMaterial, arm: Arm): number {
  const { hiddenLayers } = settingsOfArm(experiment, arm).network;
  const sizes = [dataset.featureCount, ...hiddenLayers, dataset.outputs];
  return sizes.slice(1).reduce((sum, units, index) => sum + (sizes[index] ?? 0) * units, 0);
}
