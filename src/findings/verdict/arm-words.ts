/** How arms, seeds, rows and circumstances are named in a verdict. */
import { countOf } from '../../base/text/count-of.ts';
import { differencesBetween } from './arm-difference.ts';
import type { ArmDifference } from './arm-difference.ts';
import { changesReserved } from './changes-on-the-way.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';

/** "B (dropout)": called by what it alone has, where that is one thing; else "B". */
export function labelOf(evidence: Evidence, arm: ArmEvidence): string {
  const sole = arm === evidence.arms[0] ? null : soleDifference(evidence, arm);
  return sole ? `${arm.arm.id} (${sole.own})` : arm.arm.id;
}

/**
 * The one thing in which an arm differs from the first one (the first of two: from the other). Null: it
 * is several, or settings of one of them were changed on the way.
 */
export function soleDifference(evidence: Evidence, arm: ArmEvidence): ArmDifference | null {
  const other = counterpart(evidence, arm);
  if (!other) return null;
  const ids = [arm.arm.id, other.arm.id];
  const { liveChanges } = evidence.material;
  if (liveChanges.some(({ armId }) => armId !== null && ids.includes(armId))) return null;
  const differences = allDifferences(evidence, arm, other);
  return differences.length === 1 ? (differences[0] ?? null) : null;
}

export function allDifferences(
  { material }: Evidence,
  arm: ArmEvidence,
  other: ArmEvidence,
): readonly ArmDifference[] {
  return differencesBetween(material.experiment, arm.arm, other.arm);
}

function counterpart({ all, arms }: Evidence, arm: ArmEvidence): ArmEvidence | undefined {
  const [first] = arms;
  if (first && arm !== first) return first;
  const others = all.filter((one) => one !== arm);
  return others.length === 1 ? others[0] : undefined;
}

/** "5 seeds", "3 of 5 seeds, where neither diverged" */
export function seedsText(seeds: number, arms: readonly ArmEvidence[]): string {
  const total = Math.max(...arms.map(({ replicates }) => replicates));
  if (seeds === total) return countOf(seeds, 'seeds');
  const none = arms.length === 2 ? 'neither' : 'none';
  const where = arms.some(({ diverged }) => diverged.length > 0) ? `, where ${none} diverged` : '';
  return `${seeds} of ${total} seeds${where}`;
}

/** "on the same 500 images", "on 500 images drawn for each seed, the same for every arm" */
export function validationRowsText(
  { material }: Evidence,
  { armCount, seedCount }: { readonly armCount: number; readonly seedCount: number },
): string {
  const rows = countOf(material.validationRows, material.noun);
  const isRedrawn = seedCount > 1 && material.experiment.training.replicateScope === 'everything';
  if (!isRedrawn) return armCount === 1 ? `on ${rows}` : `on the same ${rows}`;
  return `on ${rows} drawn for each seed${armCount === 1 ? '' : ', the same for every arm'}`;
}

/** "both", "all 3" */
export function allOf(count: number): string {
  return count === 2 ? 'both' : `all ${count}`;
}

/** "in all 5 seeds", "in 3 of 5 seeds"; nothing where there was only one. */
export function inSeeds(seeds: number, total: number): string {
  if (total === 1) return '';
  return seeds === total ? ` in all ${total} seeds` : ` in ${seeds} of ${total} seeds`;
}

/** What a comparison of these arms holds for: ", at these settings" */
export function circumstances(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  const changed = changesReserved(evidence, arms);
  return (changed === '' ? ', at these settings' : changed) + dataScope(evidence);
}

/** The same of what is not shown, which needs no "at these settings". */
export function reservations(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  return changesReserved(evidence, arms) + dataScope(evidence);
}

function dataScope({ material }: Evidence): string {
  const { replicates, replicateScope } = material.experiment.training;
  const isDataFixed = replicates > 1 && replicateScope === 'trainingLuck';
  return isDataFixed ? ', over training luck; data fixed' : '';
}
