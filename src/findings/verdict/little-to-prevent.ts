/**
 * Why regularizers change next to nothing: where labels are true and a network without any answers new rows
 * nearly as well as those that it has learnt, there is little to overfit.
 */
import { mean } from '../../base/statistics/summary.ts';
import { count, percent } from '../../base/text/figure-text.ts';
import { isMeasuredWhole, meanFigure, trainingFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import { measuredRows } from './not-learning.ts';
import { describeOverfitting } from './overfitting.ts';
import type { Statement } from '../statement.ts';

/** Of the training rows: what has not learnt them cannot have overfitted them yet. */
const LEAST_LEARNT = 0.95;
/** Between training and validation accuracy; 3 points on 500 rows are about two standard errors of a fit of 97 %. */
const MOST_LOST = 0.03;

export function describeLittleToPrevent(evidence: Evidence): Statement[] {
  const { arms, material } = evidence;
  const plain = arms.find(isPlain);
  if (!plain || arms.every(isPlain) || material.experiment.data.wrongLabelShare > 0) return [];
  const training = mean(plain.lanes.map((lane) => trainingFigure(lane, 'accuracy')));
  const validation = meanFigure(plain, 'validationAccuracy');
  const isClose = training >= LEAST_LEARNT && training - validation <= MOST_LOST;
  if (!isClose || describeOverfitting(evidence).length > 0) return [];
  const rows = count(Math.max(...plain.lanes.map(measuredRows)));
  const shares = `${percent(training)} of ${rows} training ${material.noun} right, and ${percent(validation)} of ${count(material.validationRows)} validation ${material.noun}`;
  return [
    {
      lead: 'There is little overfitting to prevent:',
      text: `without any regularizer ${plain.arm.id} gets ${shares}.${sampleText(plain, material.noun)}`,
    },
  ];
}

/** The charts have other training figures then; '' where they have the same. */
function sampleText(plain: ArmEvidence, noun: string): string {
  const sampled = plain.lanes.map(({ history }) => history).filter(isMeasuredWhole);
  if (sampled.length === 0) return '';
  const sample = Math.max(...sampled.map(({ lane }) => lane.trainingSampleRows));
  return ` The charts have the training accuracy of a sample of ${count(sample)} of these ${noun}.`;
}

function isPlain({ arm }: ArmEvidence): boolean {
  return Object.keys(arm.regularizers).length === 0;
}
