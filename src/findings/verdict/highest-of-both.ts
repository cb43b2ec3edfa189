/**
 * Of three arms or more, three seeds or more: the one that is right most often has the highest loss of all. Pairs
 * that are clear in both are told by `two-answers.ts`; this is what the means say where no pair is.
 */
import { countOf } from '../../base/text/count-of.ts';
import { ACCURACY, LOSS } from '../metric.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';

const LEAST_ARMS = 3;
const LEAST_SEEDS = 3;
/** How much higher than the lowest loss; less is not spoken of. */
const LEAST_RATIO = 1.05;

/** `said`: what the verdict says already. */
export function describeHighestOfBoth(
  { arms, metric }: Evidence,
  said: readonly Statement[],
): Statement[] {
  if (metric.figure !== 'validationAccuracy' || arms.length < LEAST_ARMS) return [];
  if (arms.some(({ lanes }) => lanes.length < LEAST_SEEDS)) return [];
  const byAccuracy = [...arms].sort((a, b) => accuracyOf(b) - accuracyOf(a));
  const byLoss = [...arms].sort((a, b) => lossOf(b) - lossOf(a));
  const [leader, second] = byAccuracy;
  const [highest, lowest] = [byLoss[0], byLoss.at(-1)];
  if (!leader || !second || !lowest || leader !== highest) return [];
  if (!(accuracyOf(leader) > accuracyOf(second))) return [];
  if (!(lossOf(leader) > LEAST_RATIO * lossOf(lowest))) return [];
  const isSaid = said.some(
    ({ lead, text }) =>
      lead === 'Two answers:' && text.includes(`${leader.arm.id} is right more often`),
  );
  if (isSaid) return [];
  const seeds = Math.min(...arms.map(({ lanes }) => lanes.length));
  const accuracy = `${ACCURACY.value(accuracyOf(leader))}${ACCURACY.unit}`;
  const [own, other] = [leader, lowest].map((arm) => LOSS.value(lossOf(arm)));
  return [
    {
      lead: 'Two orders:',
      text: `of these ${arms.length} arms ${leader.arm.id} is right most often (${accuracy}), and has the highest validation loss (${own ?? ''}; the lowest, ${lowest.arm.id}’s, is ${other ?? ''}). These are means over ${countOf(seeds, 'seeds')}${isUneven(arms) ? ' or more' : ''}; that it would be so with others is not shown.`,
    },
  ];
}

function isUneven(arms: readonly ArmEvidence[]): boolean {
  return new Set(arms.map(({ lanes }) => lanes.length)).size > 1;
}

function accuracyOf(arm: ArmEvidence): number {
  return meanFigure(arm, 'validationAccuracy');
}

function lossOf(arm: ArmEvidence): number {
  return meanFigure(arm, 'validationLoss');
}
