/** What in an experiment does not go with its data set, in plain sentences. */
import { countOf } from '../base/text/count-of.ts';
import { withCommas } from '../base/text/with-commas.ts';
import { checkValue } from '../settings/settings.ts';
import type { Problem } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { checkOwnPointsOf } from './check-own-points.ts';
import { checkRemovedPointsOf } from './check-removed-points.ts';
import { REGULARIZER_ENTRIES } from './regularizers.ts';
import { dataSchemaOf } from './data-schema.ts';
import { settingsOfArm } from './experiment.ts';
import type { Arm, DataSettings, Experiment } from './experiment.ts';

/** Empty when all goes together. Of several arms with too many rows only the first is named. */
export function checkForDataset(experiment: Experiment, dataset: Dataset): Problem[] {
  const { data, arms } = experiment;
  return [
    ...[
      ...checkRows(data, dataset),
      ...arms.flatMap((arm) => checkOwnRows(experiment, arm, dataset)),
    ].slice(0, 1),
    ...checkNoise(data, dataset),
    ...checkOwnPointsOf(experiment, dataset),
    ...checkRemovedPointsOf(experiment, dataset),
    ...(dataset.task === 'regression' ? checkForRegression(data, arms, dataset) : []),
  ];
}

/** Checks an arm that has its own number of training examples. */
function checkOwnRows(experiment: Experiment, arm: Arm, dataset: Dataset): Problem[] {
  if (arm.overrides?.trainingExamples === undefined) return [];
  return checkRows(settingsOfArm(experiment, arm).data, dataset).map(({ message }) => ({
    path: `arms.${arm.id}.trainingExamples`,
    message: `Arm ${arm.id}: ${message}`,
  }));
}

type RowCounts = Pick<DataSettings, 'trainingExamples' | 'validationExamples'>;

/** Whether the set has that many rows. */
export function checkRows(
  { trainingExamples, validationExamples }: RowCounts,
  { label, poolRows: { training, heldOut }, rows }: Dataset,
): Problem[] {
  const path = 'data.trainingExamples';
  if (heldOut === null) {
    if (trainingExamples + validationExamples <= training) return [];
    const message = `${label} has ${countOf(training, 'examples')}; ${withCommas(trainingExamples)} for training and ${withCommas(validationExamples)} for validation are more than that.`;
    return [{ path, message }];
  }
  const has = rows.kind === 'generated' ? 'is drawn with at most' : 'has';
  const problems: Problem[] = [];
  if (trainingExamples > training) {
    const message = `${label} ${has} ${withCommas(training)} training examples; ${withCommas(trainingExamples)} are more than that.`;
    problems.push({ path, message });
  }
  if (validationExamples > heldOut) {
    const message = `${label} ${has} ${withCommas(heldOut)} examples to hold out; ${withCommas(validationExamples)} are more than that.`;
    problems.push({ path: 'data.validationExamples', message });
  }
  return problems;
}

function checkNoise({ noise }: DataSettings, dataset: Dataset): Problem[] {
  const setting = dataSchemaOf(dataset).noise;
  const absent = `${dataset.label} has no noise to set.`;
  const message = setting ? checkValue(setting, noise) : noise === 0 ? null : absent;
  return message === null ? [] : [{ path: 'data.noise', message }];
}

/** Checks what regression excludes: it has no labels that could be wrong or be smoothed, and no accuracy. */
function checkForRegression(data: DataSettings, arms: readonly Arm[], { label }: Dataset) {
  const problems: Problem[] = [];
  if (data.wrongLabelShare > 0) {
    const message = `${label} has values to predict, no labels: none can be wrong.`;
    problems.push({ path: 'data.wrongLabelShare', message });
  }
  for (const { id, regularizers } of arms) {
    for (const { id: regularizer, withoutClasses } of REGULARIZER_ENTRIES) {
      const settings = regularizers[regularizer];
      const why = settings ? withoutClasses(settings) : null;
      if (why !== null)
        problems.push({
          path: `arms.${id}.${regularizer}`,
          message: `Arm ${id}: ${label} ${why}`,
        });
    }
  }
  return problems;
}
