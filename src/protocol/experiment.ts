/**
 * The experiment: data + network + training settings + arms. Plain, versioned, serialisable; the thing
 * that is shared, saved and exported. Schemas here draw the rail's controls and check its values.
 */
import type { ActivationId, OptimizerId } from '../engine/kernels.ts';
import { checkSettings } from '../engine/settings.ts';
import type { Problem, SettingsOf, SettingsSchema } from '../engine/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { DatasetId } from '../datasets/registry.ts';
import type { Regularizer } from '../engine/regularizer.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';

export const DATA_SCHEMA = {
  trainingExamples: {
    kind: 'number',
    label: 'Training examples',
    min: 1,
    max: 60000,
    initial: 400,
    integer: true,
    scale: 'log',
    step: 1,
  },
  validationExamples: {
    kind: 'number',
    label: 'Validation examples',
    min: 1,
    max: 10000,
    initial: 500,
    integer: true,
    scale: 'log',
    step: 1,
  },
  wrongLabelShare: {
    kind: 'number',
    label: 'Wrong labels in training',
    hint: 'This share of the training labels is replaced by a different class. Validation labels stay true.',
    min: 0,
    max: 1,
    initial: 0.3,
    scale: 'linear',
    step: 0.05,
    unit: '%',
  },
} as const satisfies SettingsSchema;

const ACTIVATION_OPTIONS = [
  { value: 'relu', label: 'ReLU' },
  { value: 'leakyRelu', label: 'Leaky ReLU' },
  { value: 'tanh', label: 'tanh' },
  { value: 'sigmoid', label: 'Sigmoid' },
  { value: 'elu', label: 'ELU' },
  { value: 'linear', label: 'Linear' },
] as const satisfies readonly { value: ActivationId; label: string }[];

export const NETWORK_SCHEMA = {
  hiddenLayers: {
    kind: 'layers',
    label: 'Hidden layers',
    maxLayers: 6,
    minUnits: 1,
    maxUnits: 1024,
    initial: [256],
  },
  activation: { kind: 'choice', label: 'Activation', options: ACTIVATION_OPTIONS, initial: 'relu' },
  initialization: {
    kind: 'choice',
    label: 'Initial weights',
    advanced: true,
    options: [
      { value: 'glorot', label: 'Glorot uniform' },
      { value: 'he', label: 'He uniform' },
    ],
    initial: 'glorot',
  },
} as const satisfies SettingsSchema;

const OPTIMIZER_OPTIONS = [
  { value: 'sgd', label: 'SGD' },
  { value: 'momentum', label: 'Momentum' },
  { value: 'nesterov', label: 'Nesterov' },
  { value: 'rmsprop', label: 'RMSprop' },
  { value: 'adam', label: 'Adam' },
] as const satisfies readonly { value: OptimizerId; label: string }[];

export const TRAINING_SCHEMA = {
  optimizer: { kind: 'choice', label: 'Optimizer', options: OPTIMIZER_OPTIONS, initial: 'adam' },
  learningRate: {
    kind: 'number',
    label: 'Learning rate',
    min: 0.000001,
    max: 10,
    initial: 0.005,
    scale: 'log',
    step: 0.000001,
    live: true,
  },
  batchSize: { kind: 'number', label: 'Batch size', min: 1, max: 1024, initial: 32, integer: true },
  epochs: { kind: 'number', label: 'Epochs', min: 1, max: 10000, initial: 50, integer: true },
  seed: {
    kind: 'number',
    label: 'Seed',
    hint: 'Everything random follows from it: rows, wrong labels, first weights, order, masks.',
    min: 0,
    max: 4294967295,
    initial: 42,
    integer: true,
  },
} as const satisfies SettingsSchema;

export interface DataSettings extends SettingsOf<typeof DATA_SCHEMA> {
  readonly dataset: DatasetId;
}
export type NetworkSettings = SettingsOf<typeof NETWORK_SCHEMA>;
export type TrainingSettings = SettingsOf<typeof TRAINING_SCHEMA>;

/** Letters, never renamed: an arm keeps its letter, colour and shape when others come and go. */
export const ARM_IDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ArmId = (typeof ARM_IDS)[number];

export interface Arm {
  readonly id: ArmId;
  /** Given by the user; null: named after its regularizers. */
  readonly name: string | null;
  readonly regularizers: RegularizerSettings;
}

export interface Experiment {
  readonly version: 1;
  readonly data: DataSettings;
  readonly network: NetworkSettings;
  readonly training: TrainingSettings;
  readonly arms: readonly Arm[];
}

/** What an experiment refers to, given by the caller (this floor names no data set or regularizer). */
export interface ExperimentParts {
  readonly dataset: Dataset | undefined;
  readonly regularizers: readonly Pick<Regularizer, 'id' | 'label' | 'schema'>[];
}

/** Of an arm, in characters. */
export const LONGEST_NAME = 200;
const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;

/**
 * Trained numbers of a network: weights and biases. With batch norm a hidden unit has γ and β instead of
 * its bias.
 */
export function parameterCount(sizes: readonly number[], batchNorm = false): number {
  return sizes.slice(1).reduce((sum, units, i) => {
    const perUnit = batchNorm && i < sizes.length - 2 ? 2 : 1;
    return sum + ((sizes[i] ?? 0) + perUnit) * units;
  }, 0);
}

/** [in, hidden…, out] */
export function networkSizes(experiment: Experiment, dataset: Dataset): readonly number[] {
  return [dataset.featureCount, ...experiment.network.hiddenLayers, dataset.outputs];
}

/**
 * Everything that keeps an experiment from running, in plain sentences; empty when it can. Takes any
 * value, since experiments also come from links, files and storage.
 */
export function checkExperiment(experiment: unknown, parts: ExperimentParts): Problem[] {
  if (!isRecord(experiment) || experiment['version'] !== 1)
    return [{ path: '', message: 'This is not an experiment of version 1.' }];
  const { data, network, training, arms } = experiment;
  if (!isRecord(data)) return [{ path: 'data', message: 'The experiment names no data.' }];
  const { dataset, ...settings } = data;
  const problems = [
    ...checkSettings(DATA_SCHEMA, settings, 'data'),
    ...checkSettings(NETWORK_SCHEMA, network, 'network'),
    ...checkSettings(TRAINING_SCHEMA, training, 'training'),
    ...checkArms(arms, parts.regularizers),
  ];
  if (!parts.dataset) {
    const message = `There is no data set "${String(dataset)}".`;
    return [...problems, { path: 'data.dataset', message }];
  }
  if (problems.length > 0) return problems;
  // Every part has just been checked.
  const valid = experiment as unknown as Experiment;
  return [...checkRows(valid.data, parts.dataset), ...checkMemory(valid, parts.dataset)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkRows(data: DataSettings, dataset: Dataset): Problem[] {
  const { training, heldOut } = dataset.poolRows;
  const { trainingExamples, validationExamples } = data;
  const path = 'data.trainingExamples';
  if (heldOut === null) {
    if (trainingExamples + validationExamples <= training) return [];
    const message = `${dataset.label} has ${count(training)} examples; ${count(trainingExamples)} for training and ${count(validationExamples)} for validation are more than that.`;
    return [{ path, message }];
  }
  const problems: Problem[] = [];
  if (trainingExamples > training) {
    const message = `${dataset.label} has ${count(training)} training examples; ${count(trainingExamples)} are more than that.`;
    problems.push({ path, message });
  }
  if (validationExamples > heldOut) {
    const message = `${dataset.label} has ${count(heldOut)} examples to hold out; ${count(validationExamples)} are more than that.`;
    problems.push({ path: 'data.validationExamples', message });
  }
  return problems;
}

function checkMemory(experiment: Experiment, dataset: Dataset): Problem[] {
  const parameters = parameterCount(networkSizes(experiment, dataset));
  const bytes = experiment.arms.length * parameters * 16;
  if (bytes <= MEMORY_LIMIT_BYTES) return [];
  const megabytes = (n: number) => count(Math.round(n / 1048576));
  const message = `${experiment.arms.length} arms of ${count(parameters)} parameters need about ${megabytes(bytes)} MB; at most ${megabytes(MEMORY_LIMIT_BYTES)} MB are used. Make the hidden layers smaller or remove arms.`;
  return [{ path: 'network.hiddenLayers', message }];
}

function checkArms(arms: unknown, known: ExperimentParts['regularizers']): Problem[] {
  if (!Array.isArray(arms) || arms.length < 1 || arms.length > ARM_IDS.length)
    return [{ path: 'arms', message: `An experiment has 1 to ${ARM_IDS.length} arms.` }];
  const ids = new Set<unknown>();
  return arms.flatMap((arm: unknown) => {
    if (!isRecord(arm)) return [{ path: 'arms', message: 'An arm must be an object.' }];
    const { id, name, regularizers } = arm;
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
    return checkRegularizers(String(id), regularizers, known);
  });
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

function count(n: number): string {
  return n.toLocaleString('en-US');
}
