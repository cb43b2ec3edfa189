/** Rule 8: an arm that fits its training rows no better than the simplest answer does. */
import { joinWords } from '../../store/arm-name.ts';
import { wholePercent } from '../../ui/figure-text.ts';
import { soleDifference } from './arm-words.ts';
import { mean, trainingFigure } from './evidence.ts';
import type { ArmEvidence, Evidence, LaneEvidence } from './evidence.ts';
import { shortLoss } from './metric.ts';
import type { Statement } from './statement.ts';

/** A standard error of fewer rows would take almost anything for chance. */
const LEAST_ROWS = 20;
/** What is better by more than this is learning, however few the rows: a share of them, or of the loss. */
const MOST = 0.05;

export function describeNotLearning(evidence: Evidence): Statement[] {
  const { arms } = evidence;
  const stuck = arms.filter((arm) => !isLearning(evidence, arm));
  if (stuck.length === 0) return [];
  if (stuck.length === arms.length) return [describeAll(evidence)];
  return stuck.map((arm) => {
    const circumstance = soleDifference(evidence, arm)?.circumstance;
    const at = circumstance === undefined ? '' : ` ${circumstance}`;
    const text = `${figureName(evidence)} ${figureText(evidence, arm)}, ${simplest(evidence, arm)}.`;
    return { lead: `${arm.arm.id} does not learn${at}:`, text };
  });
}

function describeAll(evidence: Evidence): Statement {
  const { arms } = evidence;
  const [first] = arms;
  const who =
    arms.length === 1
      ? `${first?.arm.id ?? ''} does not learn:`
      : arms.length === 2
        ? 'Neither arm learns:'
        : 'No arm learns:';
  const figures = arms.map((arm) =>
    arms.length === 1 ? figureText(evidence, arm) : `${arm.arm.id} ${figureText(evidence, arm)}`,
  );
  const least = first ? `, ${simplest(evidence, first)}` : '';
  return { lead: who, text: `${figureName(evidence)} ${joinWords(figures)}${least}.` };
}

/** In no lane beyond the simplest answer, by two standard errors. */
export function isLearning(evidence: Evidence, { lanes }: ArmEvidence): boolean {
  return lanes.some((lane) => {
    const rows = measuredRows(lane);
    const level = lane.history.lane.simplestAnswer;
    if (rows < LEAST_ROWS || !Number.isFinite(level)) return true;
    if (isRegression(evidence))
      // The relative standard error of a mean of squares of normal numbers is √(2 / n).
      return trainingFigure(lane, 'loss') < level * (1 - Math.min(2 * Math.sqrt(2 / rows), MOST));
    const twoErrors = 2 * Math.sqrt((level * (1 - level)) / rows);
    return !(trainingFigure(lane, 'accuracy') <= level + Math.min(twoErrors, MOST));
  });
}

function measuredRows({ history }: LaneEvidence): number {
  const { trainingRows, trainingSampleRows } = history.lane;
  return history.allTrainingRows ? trainingRows : trainingSampleRows;
}

function isRegression({ material }: Evidence): boolean {
  return material.dataset.task === 'regression';
}

function figureName(evidence: Evidence): string {
  return isRegression(evidence) ? 'training loss' : 'training accuracy';
}

function figureText(evidence: Evidence, { lanes }: ArmEvidence): string {
  return isRegression(evidence)
    ? shortLoss(mean(lanes.map((lane) => trainingFigure(lane, 'loss'))))
    : wholePercent(mean(lanes.map((lane) => trainingFigure(lane, 'accuracy'))));
}

/** "always naming the commonest digit gives 12 %" */
function simplest(evidence: Evidence, { lanes }: ArmEvidence): string {
  const level = mean(lanes.map(({ history }) => history.lane.simplestAnswer));
  return isRegression(evidence)
    ? `always answering the mean gives ${shortLoss(level)}`
    : `always naming the commonest ${evidence.material.classNoun} gives ${wholePercent(level)}`;
}
