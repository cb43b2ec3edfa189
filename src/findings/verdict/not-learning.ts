/** Rule 8: an arm that fits its training rows no better than the simplest answer does. */
import { mean } from '../../base/statistics/summary.ts';
import { wilsonInterval } from '../../base/statistics/wilson.ts';
import { formatNumber } from '../../settings/settings.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { wholePercent } from '../../base/text/figure-text.ts';
import { soleDifference } from './arm-words.ts';
import { trainingFigure, trainingRowsText } from './evidence.ts';
import type { ArmEvidence, Evidence, LaneEvidence } from './evidence.ts';
import { shortLoss } from '../metric.ts';
import type { Statement } from '../statement.ts';
import { unsuitedRate } from './suited-rate.ts';

/** An interval of fewer rows would take almost anything for chance. */
const LEAST_ROWS = 20;
/** What is better by more than this is learning, however few the rows: a share of them, or of the loss. */
const MOST = 0.05;

export function describeNotLearning(evidence: Evidence): Statement[] {
  const { arms } = evidence;
  const stuck = arms.filter((arm) => !isLearning(evidence, arm));
  if (stuck.length === 0) return [];
  const figures = stuck.map((arm) =>
    stuck.length === 1 ? figureText(evidence, arm) : `${arm.arm.id} ${figureText(evidence, arm)}`,
  );
  const text = `${figureName(evidence, stuck)} ${joinWords(figures)}, ${simplest(evidence, stuck)}.`;
  return [{ lead: `${whoOf(evidence, stuck)}:`, text }];
}

/** "Neither arm learns at learning rate 5", "B does not learn at λ = 0.1", "C (at λ = 0.1) and D (with dropout 0.95) do not learn" */
function whoOf(evidence: Evidence, stuck: readonly ArmEvidence[]): string {
  const { arms } = evidence;
  if (stuck.length === arms.length && arms.length > 1)
    return `${arms.length === 2 ? 'Neither arm learns' : 'No arm learns'}${rateText(evidence, arms)}`;
  const named = stuck.map((arm) => ({
    id: arm.arm.id,
    circumstance:
      arms.length === 1
        ? rateText(evidence, arms).trim() || undefined
        : soleDifference(evidence, arm)?.circumstance,
  }));
  const [first, ...others] = named;
  if (others.length === 0)
    return `${first?.id ?? ''} does not learn${first?.circumstance === undefined ? '' : ` ${first.circumstance}`}`;
  const names = named.map(({ id, circumstance }) =>
    circumstance === undefined ? id : `${id} (${circumstance})`,
  );
  return `${joinWords(names)} do not learn`;
}

/** " at learning rate 5", where all of them have one that is to be suspected; else ''. */
function rateText({ material }: Evidence, arms: readonly ArmEvidence[]): string {
  const found = unsuitedRate(
    material,
    arms.map(({ arm }) => arm),
  );
  return found ? ` at learning rate ${formatNumber(found.rate)}` : '';
}

/**
 * In a lane at least beyond the simplest answer: the 95 % interval of its share (Wilson) does not reach down
 * to it; of a loss, by two standard errors.
 */
export function isLearning(evidence: Evidence, { lanes }: ArmEvidence): boolean {
  return lanes.some((lane) => {
    const rows = measuredRows(lane);
    const level = lane.history.lane.simplestAnswer;
    if (rows < LEAST_ROWS || !Number.isFinite(level)) return true;
    if (isRegression(evidence))
      // The relative standard error of a mean of squares of normal numbers is √(2 / n).
      return !(
        trainingFigure(lane, 'loss') >=
        level * (1 - Math.min(2 * Math.sqrt(2 / rows), MOST))
      );
    const share = trainingFigure(lane, 'accuracy');
    return !(wilsonInterval(share, rows)[0] <= level && share <= level + MOST);
  });
}

/** Training rows behind `trainingFigure`. */
export function measuredRows({ history }: LaneEvidence): number {
  const { trainingRows, trainingSampleRows } = history.lane;
  return history.allTrainingRows ? trainingRows : trainingSampleRows;
}

function isRegression({ material }: Evidence): boolean {
  return material.dataset.task === 'regression';
}

/** "training accuracy", "training accuracy on all 4,000 rows" where it is not the sample’s. */
function figureName(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  const name = isRegression(evidence) ? 'training loss' : 'training accuracy';
  return name + trainingRowsText(arms);
}

function figureText(evidence: Evidence, { lanes }: ArmEvidence): string {
  return isRegression(evidence)
    ? shortLoss(mean(lanes.map((lane) => trainingFigure(lane, 'loss'))))
    : wholePercent(mean(lanes.map((lane) => trainingFigure(lane, 'accuracy'))));
}

/** "always guessing the most frequent digit gives 12 %"; arms with other rows have levels of their own. */
function simplest(evidence: Evidence, arms: readonly ArmEvidence[]): string {
  const levels = arms.map(({ arm, lanes }) => {
    const level = mean(lanes.map(({ history }) => history.lane.simplestAnswer));
    return { id: arm.id, text: isRegression(evidence) ? shortLoss(level) : wholePercent(level) };
  });
  const differ = new Set(levels.map(({ text }) => text)).size > 1;
  const gives = joinWords(
    levels
      .map(({ id, text }) => (differ ? `${text} in ${id}` : text))
      .slice(0, differ ? undefined : 1),
  );
  return isRegression(evidence)
    ? `always answering the mean gives ${gives}`
    : `always guessing the most frequent ${evidence.material.classNoun} gives ${gives}`;
}
