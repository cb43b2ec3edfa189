/** Rule 7: how many of the wrong labels each arm repeats, and what they do to training accuracy. */
import { wilsonInterval } from '../../base/statistics/wilson.ts';
import { count, wholePercent } from '../../base/text/figure-text.ts';
import { meanFigure } from './evidence.ts';
import type { ArmEvidence, Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';

/** Arms with other training rows have other wrong labels: only those like the first are compared. */
export function describeWrongLabels(evidence: Evidence): Statement[] {
  const { arms } = evidence;
  const shared = armsWithSameRows(arms);
  const [first] = shared;
  const lane = first?.lanes[0]?.history.lane;
  if (!first || !lane || lane.wrongLabelsWatched === 0) return [];
  if (!shared.every((arm) => Number.isFinite(believed(arm)))) return [];
  const least = shared.reduce((one, arm) => (believed(arm) < believed(one) ? arm : one), first);
  const repeats = shared.map(
    (arm, index) => `${arm.arm.id}${index === 0 ? ' repeats' : ''} ${count(believed(arm))}`,
  );
  const { wrongLabels, wrongLabelsWatched } = lane;
  const all = wrongLabelsWatched < wrongLabels ? 'wrong labels looked at' : 'wrong labels';
  const average = first.replicates === 1 ? '' : ' (on average)';
  const lead = `Of ${count(wrongLabelsWatched)} ${all} ${repeats.join(', ')}${average}; ${seenThrough(evidence, least, { shared, all: wrongLabelsWatched })}.`;
  return [{ lead, text: explainLowTraining(evidence) }];
}

interface Asked {
  /** Arms that have these rows. */
  readonly shared: readonly ArmEvidence[];
  readonly all: number;
}

/** "for 95 of them B gives the true digit", "A gets none of them right", "neither gets any of them right" */
function seenThrough({ material }: Evidence, arm: ArmEvidence, { shared, all }: Asked): string {
  const seen = (one: ArmEvidence) => Math.round(meanFigure(one, 'wrongLabelsSeenThrough'));
  const right = seen(arm);
  const { id } = arm.arm;
  if (shared.length > 1 && shared.every((one) => seen(one) === 0))
    return `${shared.length === 2 ? 'neither' : 'none of the arms'} gets any of them right`;
  if (right === 0 || right === all)
    return `${id} gets ${right === 0 ? 'none' : 'all'} of them right`;
  return `for ${count(right)} of them ${id} gives the true ${material.classNoun}`;
}

function armsWithSameRows(arms: readonly ArmEvidence[]): readonly ArmEvidence[] {
  const rowsOf = ({ lanes }: ArmEvidence) => lanes[0]?.history.lane.trainingRows;
  const [first] = arms;
  return first ? arms.filter((arm) => rowsOf(arm) === rowsOf(first)) : [];
}

function believed(arm: ArmEvidence): number {
  return meanFigure(arm, 'wrongLabelsBelieved');
}

/**
 * Not a bug: the training labels are worse than the validation labels. Of the arm that shows it most, where
 * the gap is wider than chance (95 % intervals of the two shares, Wilson) and gone against the true labels.
 */
function explainLowTraining({ arms, material }: Evidence): string {
  const { wrongLabelShare } = material.experiment.data;
  const shown = arms
    .filter((arm) => isBelowForLabels(arm, material.validationRows))
    .map((arm) => ({
      id: arm.arm.id,
      training: meanFigure(arm, 'trainingAccuracy'),
      validation: meanFigure(arm, 'validationAccuracy'),
    }))
    .sort((a, b) => a.training - a.validation - (b.training - b.validation));
  const [first] = shown;
  if (!first) return '';
  const { id, training, validation } = first;
  return `${id}’s training accuracy (${wholePercent(training)}) is below its validation accuracy (${wholePercent(validation)}) since ${wholePercent(wrongLabelShare)} of its training labels are wrong and none of the validation labels.`;
}

function isBelowForLabels(arm: ArmEvidence, validationRows: number): boolean {
  const rows = arm.lanes[0]?.history.lane.trainingSampleRows ?? 0;
  const share = (name: 'trainingAccuracy' | 'trueLabelAccuracy') =>
    wilsonInterval(meanFigure(arm, name), rows);
  const [least] = wilsonInterval(meanFigure(arm, 'validationAccuracy'), validationRows);
  return share('trainingAccuracy')[1] < least && share('trueLabelAccuracy')[1] >= least;
}
