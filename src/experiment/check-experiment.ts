/** What keeps an experiment from running, in plain sentences. */
import { isRecord } from '../base/is-record.ts';
import { countOf } from '../base/text/count-of.ts';
import { withCommas } from '../base/text/with-commas.ts';
import { foldProblem } from '../datasets/splitting/fold-problem.ts';
import { checkGivenSettings, checkSettings } from '../settings/settings.ts';
import type { Problem } from '../settings/settings.ts';
import { isOwnTableId } from '../datasets/own/table/own-table.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { Regularizer } from '../engine/step/regularizer.ts';
import { checkForDataset } from './check-dataset.ts';
import { checkOwnPoints } from './check-own-points.ts';
import { checkRemovedPoints } from './check-removed-points.ts';
import {
  ARM_IDS,
  DATA_SCHEMA,
  LONGEST_NAME,
  NETWORK_SCHEMA,
  OVERRIDE_SCHEMA,
  TRAINING_SCHEMA,
  networkSizes,
  parameterCount,
  settingsOfArm,
} from './experiment.ts';
import type { Experiment } from './experiment.ts';

/** What an experiment refers to, given by the caller (this floor names no data set or regularizer). */
export interface ExperimentParts {
  readonly dataset: Dataset | undefined;
  readonly regularizers: readonly Pick<Regularizer, 'id' | 'label' | 'schema'>[];
}

const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;
const DATA_LIMIT_BYTES = 512 * 1024 * 1024;

/**
 * Everything that keeps an experiment from running, in plain sentences; empty when it can. Takes any
 * value, since experiments also come from links, files and storage.
 */
export function checkExperiment(experiment: unknown, parts: ExperimentParts): Problem[] {
  if (!isRecord(experiment) || experiment['version'] !== 1)
    return [{ path: '', message: 'This is not an experiment of version 1.' }];
  const { data, network, training, arms } = experiment;
  if (!isRecord(data)) return [{ path: 'data', message: 'The experiment names no data.' }];
  const { dataset, ownPoints, removedPoints, ...settings } = data;
  const problems = [
    ...checkSettings(DATA_SCHEMA, settings, 'data'),
    ...checkOwnPoints(ownPoints),
    ...checkRemovedPoints(removedPoints),
    ...checkSettings(NETWORK_SCHEMA, network, 'network'),
    ...checkSettings(TRAINING_SCHEMA, training, 'training'),
    ...checkArms(arms, parts.regularizers),
  ];
  if (!parts.dataset) {
    const message = isOwnTable(dataset)
      ? `The experiment is on an own table (check sum ${dataset.slice(6)}) that is not open here. Open its file with “Own table…”.`
      : `There is no data set "${String(dataset)}".`;
    return [...problems, { path: 'data.dataset', message }];
  }
  if (problems.length > 0) return problems;
  // Every part has just been checked.
  const valid = experiment as unknown as Experiment;
  const { dataset: known } = parts;
  const others = [...checkForDataset(valid, known), ...checkFolds(valid)];
  // What cannot be divided has no size.
  return others.length > 0 ? others : checkMemory(valid, known);
}

function isOwnTable(dataset: unknown): dataset is string {
  return typeof dataset === 'string' && isOwnTableId(dataset);
}

function checkFolds({ foldCount, data }: Experiment): Problem[] {
  if (foldCount === undefined) return [];
  const rows = data.trainingExamples + data.validationExamples;
  const message = foldProblem(foldCount, rows);
  return message === null ? [] : [{ path: 'foldCount', message }];
}

/** Weights with their gradients and optimiser state; and the rows of every draw. */
function checkMemory(experiment: Experiment, dataset: Dataset): Problem[] {
  const { arms, training, foldCount = 1 } = experiment;
  const repeats = training.replicates * foldCount;
  const isDivided = foldCount > 1;
  const parameters = arms.map((arm) =>
    parameterCount(networkSizes(settingsOfArm(experiment, arm).network, dataset)),
  );
  const bytes = parameters.reduce((sum, one) => sum + one * 16, 0) * repeats;
  if (bytes > MEMORY_LIMIT_BYTES) {
    const runs = repeats === 1 ? '' : `, ${repeats} times each,`;
    const message = `${countOf(arms.length, 'arms')} of up to ${countOf(Math.max(...parameters), 'parameters')}${runs} ${arms.length === 1 ? 'needs' : 'need'} about ${megabytes(bytes)} MB; at most ${megabytes(MEMORY_LIMIT_BYTES)} MB are used. Make the hidden layers smaller, or use fewer arms${isDivided ? ', folds' : ''} or repeats.`;
    return [{ path: 'network.hiddenLayers', message }];
  }
  const draws = training.replicateScope === 'everything' ? repeats : foldCount;
  const valueBytes = dataset.image ? 1 : 4;
  // Validation rows also lie on the device, as floats.
  // Arms with training sets of their own size have draws of their own.
  const sizes = new Map(
    arms.map((arm) => {
      const { trainingExamples, validationExamples } = settingsOfArm(experiment, arm).data;
      return [trainingExamples, validationExamples] as const;
    }),
  );
  let values = 0;
  for (const [trainingExamples, validationExamples] of sizes) {
    const rows = trainingExamples + validationExamples;
    const validating = isDivided ? Math.ceil(rows / foldCount) : validationExamples;
    values += rows * valueBytes + validating * 4;
  }
  const dataBytes = draws * values * dataset.featureCount;
  if (dataBytes <= DATA_LIMIT_BYTES) return [];
  const message = `${draws * sizes.size} draws of these rows need about ${megabytes(dataBytes)} MB; at most ${megabytes(DATA_LIMIT_BYTES)} MB are used. Use fewer ${isDivided ? 'folds, ' : ''}repeats or rows, or let repeats keep the data.`;
  return [{ path: 'training.replicates', message }];
}

function megabytes(bytes: number): string {
  return withCommas(Math.round(bytes / 1048576));
}

function checkArms(arms: unknown, known: ExperimentParts['regularizers']): Problem[] {
  if (!Array.isArray(arms) || arms.length < 1 || arms.length > ARM_IDS.length)
    return [{ path: 'arms', message: `An experiment has 1 to ${ARM_IDS.length} arms.` }];
  const ids = new Set<unknown>();
  // Holes are no arms either.
  return Array.from<unknown>(arms).flatMap((arm) => {
    if (!isRecord(arm)) return [{ path: 'arms', message: 'An arm must be an object.' }];
    const { id, name, regularizers, overrides = {} } = arm;
    const path = `arms.${String(id)}`;
    const isKnown = (ARM_IDS as readonly unknown[]).includes(id);
    if (!isKnown || ids.has(id))
      return [
        { path, message: `Arms are named by different letters from A to F, not "${String(id)}".` },
      ];
    ids.add(id);
    if (name !== null && (typeof name !== 'string' || name.length > LONGEST_NAME))
      return [
        {
          path,
          message: `The name of arm ${String(id)} must be at most ${LONGEST_NAME} characters.`,
        },
      ];
    if (!isRecord(regularizers))
      return [{ path, message: `Arm ${String(id)} must list its regularizers.` }];
    return [
      ...checkRegularizers(String(id), regularizers, known),
      ...inArm(String(id), checkGivenSettings(OVERRIDE_SCHEMA, overrides, path)),
    ];
  });
}

function inArm(armId: string, problems: Problem[]): Problem[] {
  return problems.map((one) => ({ ...one, message: `Arm ${armId}: ${one.message}` }));
}

function checkRegularizers(
  armId: string,
  regularizers: Record<string, unknown>,
  known: ExperimentParts['regularizers'],
): Problem[] {
  return Object.entries(regularizers).flatMap(([id, settings]) => {
    const path = `arms.${armId}.${id}`;
    const regularizer = known.find((one) => one.id === id);
    if (!regularizer) return [{ path, message: `There is no regularizer "${id}".` }];
    return checkSettings(regularizer.schema, settings, path).map((problem) => ({
      ...problem,
      message: `Arm ${armId}, ${regularizer.label}: ${problem.message}`,
    }));
  });
}
