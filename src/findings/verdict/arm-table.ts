/** Five and six arms: what a sentence cannot hold, as a small table with a row an arm. */
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import type { ArmId } from '../../experiment/experiment.ts';
import { armName } from '../../experiment/arm-name.ts';
import { NONE } from '../../base/text/figure-text.ts';
import { byMean, compareWithFirst, isTested } from './comparison.ts';
import { doubtBetween } from './doubt.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { fitOf, gapFigure } from './fit.ts';
import { signedDifference } from '../metric.ts';
import { isLearning } from './not-learning.ts';
import { overfittingNote } from './overfitting.ts';
import { underfittingArms } from './underfitting.ts';
import { isImproving } from './still-improving.ts';
import { withRange } from './two-answers.ts';

/** From so many on a sentence would be a list. */
export const LEAST_ARMS = 5;

export interface ArmTable {
  readonly caption: string;
  /** Of the four columns after the arm. */
  readonly columns: readonly string[];
  /** Best first; arms without figures last. */
  readonly rows: readonly ArmRow[];
}

export interface ArmRow {
  readonly armId: ArmId;
  readonly name: string;
  /** One for each of the columns. */
  readonly cells: readonly string[];
}

/** Null: so few arms that sentences say it, or the run is not over. */
export function tabulateArms(evidence: Evidence): ArmTable | null {
  const { all, arms, material, metric } = evidence;
  const [first] = arms;
  if (!first || all.length < LEAST_ARMS || material.runPhase !== 'over') return null;
  const comparisons = compareWithFirst(evidence);
  const hasIntervals = comparisons.some(isTested);
  const sorted = byMean(evidence, arms);
  const isShare = metric.better === 'highest';
  const rows = [...sorted, ...all.filter((arm) => !arms.includes(arm))].map((arm) => ({
    armId: arm.arm.id,
    name: armName(arm.arm),
    cells: [
      arms.includes(arm) ? metric.value(meanFigure(arm, metric.figure)) + metric.unit : NONE,
      differenceText(evidence, arm, comparisons),
      arms.includes(arm) ? gapFigure(evidence, fitOf(evidence, arm.lanes)) : NONE,
      noteOf(evidence, arm, { best: sorted[0], hasIntervals }),
    ],
  }));
  const unit = isShare ? ', points' : '';
  const interval = hasIntervals ? ` (95${PERCENT_SIGN} interval)` : '';
  return {
    caption: `All ${all.length} arms`,
    columns: [
      isShare ? 'Validation' : 'Validation loss',
      `Minus ${first.arm.id}${unit}${interval}`,
      `Gap${unit}`,
      'Note',
    ],
    rows,
  };
}

/** "+17.0 (13.5 to 20.5)"; over one or two seeds without an interval; nothing for the first itself. */
function differenceText(
  evidence: Evidence,
  arm: ArmEvidence,
  comparisons: ReturnType<typeof compareWithFirst>,
): string {
  const { metric } = evidence;
  const own = comparisons.find((one) => one.arm === arm);
  if (!own) return NONE;
  const bare = (text: string) => text.replace(metric.differenceUnit || /$^/, '');
  if (isTested(own))
    return bare(withRange(metric, own.difference)).replace(
      /, (.*)$/,
      // A line may end before the interval, not within.
      (_, range: string) => ` (${range.replaceAll(' ', '\u00a0')})`,
    );
  const difference = meanFigure(arm, metric.figure) - meanFigure(own.reference, metric.figure);
  const digits = metric.better === 'highest' ? 1 : Math.max(0, metric.digits(Math.abs(difference)));
  return bare(signedDifference(metric, difference, digits));
}

interface Beside {
  readonly best: ArmEvidence | undefined;
  readonly hasIntervals: boolean;
}

/** What has to be known of its figures. */
function noteOf(evidence: Evidence, arm: ArmEvidence, { best, hasIntervals }: Beside): string {
  const { diverged, replicates } = arm;
  const restored = arm.lanes.flatMap(({ history }) => history.restoredEpoch ?? []);
  const notes = [
    ...(diverged.length === 0
      ? []
      : [replicates === 1 ? 'diverged' : `diverged in ${diverged.length} of ${replicates} seeds`]),
    ...(arm.lanes.length > 0 && !isLearning(evidence, arm) ? ['does not learn'] : []),
    ...(restored.length === 1 ? [`epoch ${restored.join('')} restored`] : []),
    ...overfits(evidence, arm, best),
    ...(underfittingArms(evidence).includes(arm) ? ['underfits'] : []),
    ...(arm.lanes.length > 0 && isImproving(evidence, arm) ? ['still improves'] : []),
    ...(!hasIntervals && best && arm !== best ? doubtOf(evidence, best, arm) : []),
  ];
  return notes.slice(0, 2).join(', ');
}

/** The best may overfit, too: what it had on the way was better still. */
function overfits(evidence: Evidence, arm: ArmEvidence, best: ArmEvidence | undefined): string[] {
  const note = overfittingNote(evidence, arm);
  return note === null ? [] : [arm === best ? `${note}, yet ends best` : note];
}

function doubtOf(evidence: Evidence, best: ArmEvidence, arm: ArmEvidence): string[] {
  const doubt = arm.lanes.length > 0 ? doubtBetween(evidence, best, arm) : null;
  if (doubt === null) return [];
  return [doubt === 'equal' ? 'level with the best' : 'too close to the best to tell'];
}
