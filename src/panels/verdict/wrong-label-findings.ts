/** Rule 7: how many of the wrong labels each arm repeats, and what they do to training accuracy. */
import { count, wholePercent } from '../../ui/figure-text.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Statement } from './statement.ts';

/** Arms with other training rows have other wrong labels: only those like the first are compared. */
export function describeWrongLabels(evidence: Evidence): Statement[] {
  const { arms, material } = evidence;
  const shared = armsWithSameRows(arms);
  const [first] = shared;
  const lane = first?.lanes[0]?.history.lane;
  if (!first || !lane || lane.wrongLabelsWatched === 0) return [];
  if (!shared.every((arm) => Number.isFinite(believed(arm)))) return [];
  const least = shared.reduce((one, arm) => (believed(arm) < believed(one) ? arm : one), first);
  const repeats = shared.map(
    (arm, index) => `${arm.arm.id}${index === 0 ? ' repeats' : ''} ${count(believed(arm))}`,
  );
  const right = count(meanFigure(least, 'wrongLabelsSeenThrough'));
  const { wrongLabels, wrongLabelsWatched } = lane;
  const all = wrongLabelsWatched < wrongLabels ? 'wrong labels looked at' : 'wrong labels';
  const average = first.replicates === 1 ? '' : ' (on average)';
  const lead = `Of ${count(wrongLabelsWatched)} ${all} ${repeats.join(', ')}${average}; for ${right} of them ${least.arm.id} gives the true ${material.classNoun}.`;
  return [{ lead, text: explainLowTraining(evidence) }];
}

function armsWithSameRows(arms: readonly ArmEvidence[]): readonly ArmEvidence[] {
  const rowsOf = ({ lanes }: ArmEvidence) => lanes[0]?.history.lane.trainingRows;
  const [first] = arms;
  return first ? arms.filter((arm) => rowsOf(arm) === rowsOf(first)) : [];
}

function believed(arm: ArmEvidence): number {
  return meanFigure(arm, 'wrongLabelsBelieved');
}

/** Not a bug: the training labels are worse than the validation labels. Of the arm that shows it most. */
function explainLowTraining({ arms, material }: Evidence): string {
  const { wrongLabelShare } = material.experiment.data;
  const shown = arms
    .map((arm) => ({
      id: arm.arm.id,
      training: meanFigure(arm, 'trainingAccuracy'),
      validation: meanFigure(arm, 'validationAccuracy'),
    }))
    // Nothing to explain where the two could be equal.
    .filter(({ training, validation }) => validation - training > 0.02)
    .sort((a, b) => a.training - a.validation - (b.training - b.validation));
  const [first] = shown;
  if (!first) return '';
  const { id, training, validation } = first;
  return `${id}’s training accuracy (${wholePercent(training)}) is below its validation accuracy (${wholePercent(validation)}) since ${wholePercent(wrongLabelShare)} of its training labels are wrong and none of the validation labels.`;
}
