/**
 * The experiment: data + network + training settings + arms. Plain, versioned, serialisable; the thing
 * that is shared, saved and exported. Schemas here draw the rail's controls; check-experiment.ts checks
 * their values.
 */
import type { ActivationId, OptimizerId } from '../engine/step/kernels.ts';
import type { SettingsOf, SettingsSchema } from '../settings/settings.ts';
import type { Dataset } from '../datasets/dataset.ts';
import type { OwnPoint } from '../datasets/own/own-points.ts';
import type { DatasetId } from '../datasets/registry.ts';
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
  /** Of generated sets; what it means, and its range, is the set's (data-schema.ts). */
  noise: {
    kind: 'number',
    label: 'Noise',
    min: 0,
    max: 10,
    initial: 0,
    scale: 'linear',
    step: 0.05,
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
  epochs: {
    kind: 'number',
    label: 'Epochs',
    min: 1,
    max: 10000,
    initial: 50,
    integer: true,
    // Nothing that trains depends on it: a run just goes on for longer.
    live: true,
  },
  seed: {
    kind: 'number',
    label: 'Seed',
    hint: 'Everything random follows from it: rows, wrong labels, first weights, order, masks.',
    min: 0,
    max: 4294967295,
    initial: 42,
    integer: true,
  },
  replicates: {
    kind: 'number',
    label: 'Repeats',
    hint: 'Every arm is trained this many times, each time with other random draws: one run alone may mislead.',
    min: 1,
    max: 10,
    initial: 1,
    integer: true,
  },
  replicateScope: {
    kind: 'choice',
    label: 'A repeat redraws',
    advanced: true,
    hint: '“Everything” draws the data anew, the first weights and all else that is random; “training luck” keeps the data.',
    options: [
      { value: 'everything', label: 'Everything' },
      { value: 'trainingLuck', label: 'Training luck only' },
    ],
    initial: 'everything',
  },
} as const satisfies SettingsSchema;

export interface DataSettings extends SettingsOf<typeof DATA_SCHEMA> {
  readonly dataset: DatasetId;
  /** Training examples put into the plane by hand, besides `trainingExamples`; absent: none. */
  readonly ownPoints?: readonly OwnPoint[];
  /** Numbers, from 0, of drawn points in the plane that do not train; absent: all do. */
  readonly removedPoints?: readonly number[];
}
export type NetworkSettings = SettingsOf<typeof NETWORK_SCHEMA>;
export type TrainingSettings = SettingsOf<typeof TRAINING_SCHEMA>;

/** What an arm may have of its own: model complexity, data size, and how it is trained. */
export const OVERRIDE_SCHEMA = {
  trainingExamples: DATA_SCHEMA.trainingExamples,
  ...NETWORK_SCHEMA,
  optimizer: TRAINING_SCHEMA.optimizer,
  learningRate: TRAINING_SCHEMA.learningRate,
  batchSize: TRAINING_SCHEMA.batchSize,
} as const satisfies SettingsSchema;

export type ArmOverrides = Partial<SettingsOf<typeof OVERRIDE_SCHEMA>>;
export type OverrideKey = keyof typeof OVERRIDE_SCHEMA;

/** Letters, never renamed: an arm keeps its letter, colour and shape when others come and go. */
export const ARM_IDS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type ArmId = (typeof ARM_IDS)[number];

/** The longest name of an arm, in characters. */
export const LONGEST_NAME = 200;

export interface Arm {
  readonly id: ArmId;
  /** Given by the user; null: named after its regularizers. */
  readonly name: string | null;
  readonly regularizers: RegularizerSettings;
  /** Settings of its own in place of the experiment's; absent: none. */
  readonly overrides?: ArmOverrides;
}

export interface Experiment {
  readonly version: 1;
  readonly data: DataSettings;
  readonly network: NetworkSettings;
  readonly training: TrainingSettings;
  readonly arms: readonly Arm[];
  /**
   * Cross-validation: training and validation rows are divided into so many parts, and every arm is trained
   * once for each, validated on it; absent: once on the rows as they are.
   */
  readonly foldCount?: number;
}

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
export function networkSizes(
  { hiddenLayers }: Pick<NetworkSettings, 'hiddenLayers'>,
  dataset: Dataset,
): readonly number[] {
  return [dataset.featureCount, ...hiddenLayers, dataset.outputs];
}

export type SharedSettings = Pick<Experiment, 'data' | 'network' | 'training' | 'foldCount'>;

/**
 * The repeats and folds that every arm is trained in, the first repeat first; without cross-validation there is
 * only fold 0.
 */
export function repeatsOf({
  training,
  foldCount = 1,
}: SharedSettings): { readonly replicate: number; readonly fold: number }[] {
  return Array.from({ length: training.replicates * foldCount }, (_, i) => ({
    replicate: Math.floor(i / foldCount),
    fold: i % foldCount,
  }));
}

/** The settings an arm trains with: its own where it has some, else the experiment's. */
export function settingsOfArm(experiment: SharedSettings, { overrides = {} }: Arm): SharedSettings {
  const { data, network, training } = experiment;
  return {
    data: withOverrides(data, overrides),
    network: withOverrides(network, overrides),
    training: withOverrides(training, overrides),
  };
}

function withOverrides<Settings extends object>(
  settings: Settings,
  overrides: ArmOverrides,
): Settings {
  const own = Object.entries(overrides).filter(([key]) => Object.hasOwn(settings, key));
  return own.length === 0 ? settings : { ...settings, ...Object.fromEntries(own) };
}
