/**
 * Fits an experiment to another data set: changes as little as possible, and lists what was changed. Numbers of
 * rows that the set does not have, what belongs to the data themselves (noise, own points), and whatever needs
 * labels where there are none.
 */
import { formatNumber } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { checkRows } from './check-dataset.ts';
import type { Arm, DataSettings, Experiment } from './experiment.ts';
import { inSentence } from './arm-name.ts';

interface FittedExperiment {
  readonly experiment: Experiment;
  /** What was set besides the data set, as in "noise 0.1"; empty if nothing was. */
  readonly changes: readonly string[];
}

/** `dataset` is the one that the experiment names. */
export function fitToDataset(experiment: Experiment, dataset: Dataset): FittedExperiment {
  const changes: string[] = [];
  const data = fitData(experiment.data, dataset, changes);
  const arms = experiment.arms.map((arm) => fitArm(arm, data, dataset, changes));
  return { experiment: { ...experiment, data, arms }, changes };
}

function fitData(given: DataSettings, dataset: Dataset, changes: string[]): DataSettings {
  // Points placed or removed by hand mean nothing in another set.
  const { ownPoints, removedPoints, ...data } = given;
  if (ownPoints) changes.push('no own points');
  if (removedPoints) changes.push('no removed points');
  const hasItsRows = checkRows(data, dataset).length === 0;
  const { trainingExamples, validationExamples } = hasItsRows ? data : dataset.start;
  if (!hasItsRows)
    changes.push(`${trainingExamples} training and ${validationExamples} validation examples`);
  // The noise of one set says nothing about that of another.
  const noise = dataset.noise?.initial ?? 0;
  if (dataset.noise) changes.push(`${inSentence(dataset.noise.label)} ${formatNumber(noise)}`);
  const wrongLabelShare = dataset.task === 'classification' ? data.wrongLabelShare : 0;
  if (wrongLabelShare !== data.wrongLabelShare) changes.push('no wrong labels');
  return { ...data, trainingExamples, validationExamples, noise, wrongLabelShare };
}

function fitArm(arm: Arm, data: DataSettings, dataset: Dataset, changes: string[]): Arm {
  return withoutLabels(fitOwnRows(arm, data, dataset, changes), dataset, changes);
}

/** An arm's own number of training examples goes if the set does not have as many. */
function fitOwnRows(arm: Arm, data: DataSettings, dataset: Dataset, changes: string[]): Arm {
  const { trainingExamples, ...others } = arm.overrides ?? {};
  if (trainingExamples === undefined) return arm;
  if (checkRows({ ...data, trainingExamples }, dataset).length === 0) return arm;
  changes.push(`as many training examples for arm ${arm.id} as for the others`);
  return { ...arm, overrides: others };
}

function withoutLabels(arm: Arm, dataset: Dataset, changes: string[]): Arm {
  if (dataset.task === 'classification') return arm;
  const { labelSmoothing, earlyStopping, ...others } = arm.regularizers;
  if (labelSmoothing) changes.push(`no label smoothing in arm ${arm.id}`);
  if (!earlyStopping) return { ...arm, regularizers: others };
  if (earlyStopping.metric === 'validationAccuracy')
    changes.push(`early stopping of arm ${arm.id} by the validation loss`);
  const byLoss = { ...earlyStopping, metric: 'validationLoss' as const };
  return { ...arm, regularizers: { ...others, earlyStopping: byLoss } };
}
