/** The settings of an arm that differ from the experiment's, in words. */
import { countOf, nounFor } from '../base/text/count-of.ts';
import { formatNumber } from '../settings/settings.ts';
import { OVERRIDE_SCHEMA, settingsOfArm } from './experiment.ts';
import type { Arm, ArmOverrides, OverrideKey, SharedSettings } from './experiment.ts';
import { sameValue } from '../base/same-value.ts';

export const OVERRIDE_KEYS = Object.keys(OVERRIDE_SCHEMA) as OverrideKey[];

/** "64–64 units", "tanh", "batch size 8", in the schema's order. */
export function describeOverrides(overrides: ArmOverrides = {}): string[] {
  const { trainingExamples, hiddenLayers, learningRate, batchSize } = overrides;
  const choice = (key: 'activation' | 'initialization' | 'optimizer') => {
    const { options } = OVERRIDE_SCHEMA[key];
    return options.filter(({ value }) => value === overrides[key]).map(({ label }) => label);
  };
  return [
    ...(trainingExamples === undefined
      ? []
      : [`${formatNumber(trainingExamples)} ${nounFor(trainingExamples, 'examples')}`]),
    ...(hiddenLayers ? [describeLayers(hiddenLayers)] : []),
    ...choice('activation'),
    ...choice('initialization'),
    ...choice('optimizer'),
    ...(learningRate === undefined ? [] : [`learning rate ${formatNumber(learningRate)}`]),
    ...(batchSize === undefined ? [] : [`batch size ${formatNumber(batchSize)}`]),
  ];
}

/** Keys of the settings that are not the same in all arms. */
export function differingOverrides(
  experiment: SharedSettings & { readonly arms: readonly Arm[] },
): OverrideKey[] {
  const values = experiment.arms.map((arm) => ownOrShared(experiment, arm));
  return OVERRIDE_KEYS.filter((key) =>
    values.some((own) => !sameValue(own[key], values[0]?.[key])),
  );
}

/** Every setting that an arm may have of its own, as it trains with it. */
export function ownOrShared(experiment: SharedSettings, arm: Arm): Required<ArmOverrides> {
  const { data, network, training } = settingsOfArm(experiment, arm);
  const { hiddenLayers, activation, initialization } = network;
  const { optimizer, learningRate, batchSize } = training;
  const { trainingExamples } = data;
  return {
    ...{ trainingExamples, hiddenLayers, activation, initialization },
    ...{ optimizer, learningRate, batchSize },
  };
}

function describeLayers(units: readonly number[]): string {
  return units.length === 0
    ? 'no hidden layer'
    : units.length === 1
      ? countOf(units[0] ?? 0, 'units')
      : `${units.join('–')} units`;
}
