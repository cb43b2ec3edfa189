/** Bias and variance as they are set on their page, and what that comes to. */
import type { Dataset } from '../datasets/dataset.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../experiment/experiment.ts';
import type { LaneBase } from '../experiment/lane-base.ts';
import { initialSettings } from '../settings/settings.ts';
import type { BiasVariance } from './bias-variance.ts';
import type { SweptArm } from './sweep.ts';
import { axisValues } from './sweep-axis.ts';
import type { AxisSettings } from './sweep-axis.ts';
import { ARMS_AXIS, SWEEP_SETTINGS } from './sweep-settings.ts';
import type { SweepSetting } from './sweep-settings.ts';

export interface BiasVarianceForm extends Omit<BiasVariance, 'axis' | 'arms'> {
  /** Where the base comes from: "Compare, arm A", or the preset of the page. */
  readonly baseName: string;
  readonly arms: readonly SweptArm[];
  readonly axis: AxisSettings;
}

/** Sets of which the truth is known, and one of real digits. */
export const TRUTHS = ['sine', 'step', 'cubic', 'ring', 'digits'] as const satisfies DatasetId[];

export const FEWEST_SETS = 4;
export const MOST_SETS = 100;

export function biasVarianceOf({
  baseName: _,
  arms,
  axis,
  ...others
}: BiasVarianceForm): BiasVariance {
  return {
    ...others,
    axis: { setting: axis.setting, values: axisValues(axis) },
    ...(axis.setting === ARMS_AXIS && { arms }),
  };
}

/** The form that comes to this plan. */
export function formOfBiasVariance(plan: BiasVariance, baseName: string): BiasVarianceForm {
  const { axis, arms = [], ...others } = plan;
  return {
    ...others,
    ...{ baseName, arms },
    axis: { setting: axis.setting, range: { spacing: 'list', values: axis.values } },
  };
}

/** A regularizer's strength or rate, how long and how large, and how much data: what makes fits simple or complex. */
function isComplexity({ id, simpler }: SweepSetting): boolean {
  const isStrength = !/^(training|network|data)\./.test(id) && simpler === 'last';
  const others = ['training.epochs', 'network.width', 'network.depth', 'data.trainingExamples'];
  return isStrength || others.includes(id);
}

export const COMPLEXITY_SETTINGS: readonly SweepSetting[] = SWEEP_SETTINGS.filter(isComplexity);

/** What suits a truth: as in Compare when its tile is chosen, without regularizers. */
export function baseOn(dataset: Dataset & { readonly id: DatasetId }): LaneBase {
  const { start, noise } = dataset;
  const { seed: _, replicates: __, ...training } = initialSettings(TRAINING_SCHEMA);
  return {
    data: {
      ...initialSettings(DATA_SCHEMA),
      dataset: dataset.id,
      trainingExamples: start.trainingExamples,
      validationExamples: start.validationExamples,
      wrongLabelShare: start.wrongLabelShare ?? 0,
      noise: noise?.initial ?? 0,
    },
    network: { ...initialSettings(NETWORK_SCHEMA), hiddenLayers: start.hiddenLayers },
    training: {
      ...training,
      learningRate: start.learningRate,
      batchSize: start.batchSize,
      epochs: start.epochs,
    },
    regularizers: {},
  };
}

/** Points that are all in one batch stay in one when there are more of them. */
export function withPoints(
  { data, training, ...others }: LaneBase,
  trainingExamples: number,
): LaneBase {
  const isOneBatch = training.batchSize >= data.trainingExamples;
  return {
    ...others,
    data: { ...data, trainingExamples },
    training: isOneBatch
      ? { ...training, batchSize: Math.max(training.batchSize, trainingExamples) }
      : training,
  };
}
