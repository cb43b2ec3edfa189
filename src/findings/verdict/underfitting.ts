/**
 * Rule 22: an arm that fits even the rows it was trained on worse than another arm predicts new ones. Of
 * regressions alone: where labels are wrong on purpose, a low training accuracy is no fault.
 */
import { mean } from '../../base/statistics/summary.ts';
import { joinWords } from '../../experiment/arm-name.ts';
import { meanFigure, trainingFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { isLearning } from './not-learning.ts';
import type { Statement } from '../statement.ts';

/** So many times the other's validation loss: what is closer may be the luck of a few training rows. */
const LEAST_RATIO = 1.5;

export function describeUnderfitting(evidence: Evidence): Statement[] {
  const { metric } = evidence;
  const best = lowestLoss(evidence);
  const arms = underfittingArms(evidence, best);
  if (!best || arms.length === 0) return [];
  const names = joinWords(arms.map(({ arm }) => arm.id));
  const losses = joinWords(arms.map((arm) => metric.value(trainingLoss(arm))));
  const level = `${best.arm.id}’s validation loss (${metric.value(meanFigure(best, metric.figure))})`;
  return arms.length === 1
    ? [
        {
          lead: `${names} underfits:`,
          text: `even its training loss (${losses}) is above ${level}.`,
        },
      ]
    : [
        {
          lead: `${names} underfit:`,
          text: `even their training losses (${losses}) are above ${level}.`,
        },
      ];
}

/** `best` is the arm that they are held against. */
export function underfittingArms(
  evidence: Evidence,
  best = lowestLoss(evidence),
): readonly ArmEvidence[] {
  const { arms, metric } = evidence;
  if (!best) return [];
  const level = meanFigure(best, metric.figure);
  return arms.filter(
    (arm) =>
      meanFigure(arm, metric.figure) > level &&
      trainingLoss(arm) > LEAST_RATIO * level &&
      // What learns nothing is told as that.
      isLearning(evidence, arm),
  );
}

function lowestLoss({ arms, metric }: Evidence): ArmEvidence | undefined {
  if (metric.better !== 'lowest') return undefined;
  const loss = (arm: ArmEvidence) => meanFigure(arm, metric.figure);
  return arms.reduce<ArmEvidence | undefined>(
    (best, arm) => (best && loss(best) <= loss(arm) ? best : arm),
    undefined,
  );
}

function trainingLoss({ lanes }: ArmEvidence): number {
  return mean(lanes.map((lane) => trainingFigure(lane, 'loss')));
}
