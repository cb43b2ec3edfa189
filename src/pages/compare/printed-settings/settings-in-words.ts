/** An experiment as a few lines of words, in the order and with the labels of its controls. */
import type { Setting, SettingsSchema } from '../../../settings/settings.ts';
import { formatNumber } from '../../../settings/settings.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { dataSchemaOf } from '../../../experiment/data-schema.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { removedFromTraining } from '../../../experiment/removed-from-training.ts';
import { armName } from '../../../experiment/arm-name.ts';
import { groupThousands } from '../../../settings/number-text.ts';

export interface SettingsLine {
  readonly title: string;
  /** "Training examples 400" */
  readonly parts: readonly string[];
}

export function settingsInWords(experiment: Experiment): SettingsLine[] {
  const { data, network, training, arms } = experiment;
  const { dataset: id, ownPoints = [], removedPoints: _, ...dataSettings } = data;
  const removed = removedFromTraining(experiment).length;
  const dataset = findDataset(id);
  const own = [
    ...(ownPoints.length > 0 ? [`Own points ${ownPoints.length}`] : []),
    ...(removed > 0 ? [`Removed points ${removed}`] : []),
  ];
  const schema = dataset ? dataSchemaOf(dataset) : DATA_SCHEMA;
  return [
    { title: 'Data', parts: [dataset?.label ?? id, ...describe(schema, dataSettings), ...own] },
    { title: 'Network', parts: describe(NETWORK_SCHEMA, network) },
    { title: 'Training', parts: describe(TRAINING_SCHEMA, training) },
    { title: 'Arms', parts: arms.map(armName) },
  ];
}

function describe(schema: SettingsSchema, settings: object): string[] {
  const values = new Map<string, unknown>(Object.entries(settings));
  return Object.entries(schema).map(
    ([key, setting]) => `${setting.label} ${valueText(setting, values.get(key))}`,
  );
}

function valueText(setting: Setting, value: unknown): string {
  switch (setting.kind) {
    case 'number':
      return typeof value === 'number'
        ? groupThousands(formatNumber(value, setting.unit))
        : String(value);
    case 'choice':
      return setting.options.find((option) => option.value === value)?.label ?? String(value);
    case 'switch':
      return value === true ? 'on' : 'off';
    case 'layers':
      return Array.isArray(value) && value.length > 0 ? value.join('–') : 'none';
  }
}
