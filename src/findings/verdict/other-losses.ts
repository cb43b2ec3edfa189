/** One or two seeds: where the validation losses say something else than the accuracies beside them. */
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { LOSS } from '../metric.ts';

/**
 * How much higher a loss has to be, the lower one being 1, to be spoken of: what its three digits could
 * blur, or what a rise of less than rule 6 asks for, is nothing. No claim is made of it.
 */
const LEAST_RATIO = 1.05;
/** The same beside accuracies that are too close to tell: only where the losses are not. */
const FAR_RATIO = 1.5;

/** Null: nothing. Best first, by accuracy; `isDoubtful`: of some of them it does not tell which is best. */
export function describeOtherLosses(
  { metric }: Evidence,
  arms: readonly ArmEvidence[],
  isDoubtful: boolean,
): string | null {
  const [leader, ...others] = arms;
  if (!leader || metric.figure !== 'validationAccuracy') return null;
  const lowest = others.reduce((one, arm) => (lossOf(arm) < lossOf(one) ? arm : one), leader);
  const isOther = lossOf(leader) > LEAST_RATIO * lossOf(lowest);
  const [other, ...more] = others;
  if (!other || more.length > 0)
    return isOther ? `By validation loss ${named(lowest)} is ahead of ${named(leader)}.` : null;
  if (isOther && meanFigure(leader, metric.figure) > meanFigure(other, metric.figure))
    return `By validation loss it is the other way round: ${other.arm.id} ${lossText(other)}, ${leader.arm.id} ${lossText(leader)}.`;
  const [one, two] = [lossOf(leader), lossOf(other)];
  const areFar = Math.max(one, two) > FAR_RATIO * Math.min(one, two);
  return isDoubtful && areFar
    ? `Their validation losses are further apart: ${[leader, other].map((arm) => `${arm.arm.id} ${lossText(arm)}`).join(', ')}.`
    : null;
}

function lossOf(arm: ArmEvidence): number {
  return meanFigure(arm, 'validationLoss');
}

function lossText(arm: ArmEvidence): string {
  return LOSS.value(lossOf(arm));
}

/** "A (0.266)" */
function named(arm: ArmEvidence): string {
  return `${arm.arm.id} (${lossText(arm)})`;
}
