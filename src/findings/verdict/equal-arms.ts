/** Arms whose figures are the same at every epoch: their curves coincide, and one hides the other. */
import type { FigureName } from '../../figures/figures.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { haveSameSettings } from '../../experiment/same-settings.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';
import type { VerdictMaterial } from './verdict-material.ts';

const COMPARED: readonly FigureName[] = [
  'validationLoss',
  'validationAccuracy',
  'trainingLoss',
  'trainingAccuracy',
  'weightNorm',
  'zeroWeights',
];

/** Once they have trained: from one start all are equal at epoch 0. */
export function describeEqualArms({ arms, material }: Evidence): Statement[] {
  const groups = groupsOf(arms);
  if (groups.length === 0) return [];
  const names = groups.map((group) => joinWords(group.map(({ arm }) => arm.id)));
  const lead = `The curves of ${names.join(', and of ')} coincide`;
  if (isChanged(material, groups.flat())) return [{ lead: `${lead}.`, text: '' }];
  const why = groups.every((group) => areSetAlike(material, group))
    ? 'their settings are the same'
    : 'what they differ in has changed no figure';
  return [{ lead: `${lead}:`, text: `${why}.` }];
}

/** Settings of now say nothing of figures from before they were changed. */
function isChanged({ liveChanges }: VerdictMaterial, arms: readonly ArmEvidence[]): boolean {
  const ids = arms.map(({ arm }) => arm.id);
  return liveChanges.some(({ armId }) => armId !== null && ids.includes(armId));
}

function areSetAlike({ experiment }: VerdictMaterial, [one, ...rest]: readonly ArmEvidence[]) {
  return rest.every((other) => one && haveSameSettings(experiment, one.arm, other.arm));
}

/**
 * One arm for each whose curves coincide: a copy has nothing to be told apart by, and would only widen the
 * intervals of the others. Arms that differ in something, but in no figure, are still compared where there
 * is nothing else.
 */
export function withoutCopies(evidence: Evidence): Evidence {
  const arms = evidence.arms.filter(
    (arm, index) => !evidence.arms.slice(0, index).some((earlier) => areEqual(earlier, arm)),
  );
  const { material } = evidence;
  const isOneArm = areSetAlike(material, evidence.arms) && !isChanged(material, evidence.arms);
  return arms.length > 1 || isOneArm ? { ...evidence, arms } : evidence;
}

function groupsOf(arms: readonly ArmEvidence[]): ArmEvidence[][] {
  return arms
    .reduce<ArmEvidence[][]>((groups, arm) => {
      const own = groups.find(([first]) => first && areEqual(first, arm));
      if (!own) return [...groups, [arm]];
      own.push(arm);
      return groups;
    }, [])
    .filter((group) => group.length > 1);
}

function areEqual({ lanes }: ArmEvidence, other: ArmEvidence): boolean {
  if (lanes.length !== other.lanes.length) return false;
  return lanes.every(({ history, replicate, row }, index) => {
    const twin = other.lanes[index];
    if (twin?.replicate !== replicate) return false;
    // From one start all are equal at epoch 0.
    if (history.length < 2) return false;
    // Within an epoch the row is of the last step.
    if (!COMPARED.every((name) => Object.is(row[name], twin.row[name]))) return false;
    return history.hasSameFigures(twin.history, COMPARED);
  });
}
