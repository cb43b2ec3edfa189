/** What an experiment is about, by its arms and its data: the finding about it stands first in the verdict. */
import type { Arm } from '../../experiment/experiment.ts';
import { regularizerById, zerosOf } from '../../experiment/regularizers.ts';
import type { RegularizerId } from '../../regularizers/registry.ts';
import { activeRegularizers } from '../../experiment/arm-name.ts';
import { sameValue } from '../../base/same-value.ts';
import { settingsBetween } from './arm-difference.ts';
import type { Evidence } from './evidence.ts';
import { isLearning } from './not-learning.ts';
import { removedUnitsOf } from './removed-units.ts';

export type Subject = 'notLearning' | 'wrongLabels' | 'zeros' | 'removedUnits' | 'comparison';

export function subjectOf(evidence: Evidence): Subject {
  const { arms, material } = evidence;
  // Where nothing is learnt there is nothing to compare.
  if (arms.length > 0 && arms.every((arm) => !isLearning(evidence, arm))) return 'notLearning';
  // With none of the labels true, validation shows only how much of the wrong was learnt.
  if (material.experiment.data.wrongLabelShare === 1) return 'wrongLabels';
  if (comparesPenalties(evidence)) return 'zeros';
  // They are measured only where their panel is open.
  return removedUnitsOf(evidence) === null ? 'comparison' : 'removedUnits';
}

/** Arms differ in nothing but penalties on their weights, one that makes zeros among them. */
function comparesPenalties({ all, material }: Evidence): boolean {
  const [first, ...others] = all;
  if (!first || others.length === 0) return false;
  const arms = all.map(({ arm }) => arm);
  const differing = differingRegularizers(arms);
  return (
    others.every(({ arm }) => settingsBetween(material.experiment, arm, first.arm).length === 0) &&
    differing.every((id) => regularizerById(id).hasPenalty) &&
    arms.some(({ regularizers }) => differing.some((id) => zerosOf(regularizers, id) !== null))
  );
}

function differingRegularizers([first, ...others]: readonly Arm[]): RegularizerId[] {
  if (!first) return [];
  const settingsOf = ({ regularizers }: Arm, id: string) =>
    Object.entries(regularizers).find(([key]) => key === id)?.[1] ?? null;
  const active = [first, ...others].flatMap(({ regularizers }) => activeRegularizers(regularizers));
  return [...new Set(active)].filter((id) => {
    const own = (arm: Arm) =>
      activeRegularizers(arm.regularizers).includes(id) ? settingsOf(arm, id) : null;
    return others.some((arm) => !sameValue(own(arm), own(first)));
  });
}
