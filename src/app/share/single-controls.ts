/** Controls that can be hidden one by one, within the group that hides all of them. */
import { findDataset } from '../../datasets/registry.ts';
import { dataSchemaOf } from '../../experiment/data-schema.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../experiment/experiment.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { REGULARIZER_ENTRIES } from '../../experiment/regularizers.ts';
import { regularizerControl, settingControl } from '../../links/hidden-controls.ts';
import type { ControlGroupId, SettingGroup, SingleControlId } from '../../links/hidden-controls.ts';
import type { SitePage } from '../../links/link-address.ts';
import type { SettingsSchema } from '../../settings/settings.ts';

export interface SingleControl {
  readonly id: SingleControlId;
  readonly label: string;
}

/** `experiment`: on show in Compare. Empty: the group is all or nothing on this page. */
export function singleControlsOf(
  page: SitePage,
  group: ControlGroupId,
  experiment: Experiment,
): readonly SingleControl[] {
  switch (group) {
    case 'header':
      return page === 'compare' ? [...HEADER, EXPORT] : HEADER;
    case 'settings':
      if (page === 'compare') return settingsOf(experiment);
      return page === 'sweep' ? SWEEP_SECTIONS : BIAS_VARIANCE_SECTIONS;
    case 'steps':
      return STEPS;
    case 'arms':
      return [
        ...REGULARIZER_ENTRIES.map(({ id, label }) => ({ id: regularizerControl(id), label })),
        { id: 'arms-more', label: 'More: other regularizers and own settings' },
        { id: 'arms-add', label: 'Add arm' },
        { id: 'arms-menu', label: 'The menu of each arm' },
      ];
    case 'presets':
    case 'panels':
    case 'try':
    case 'elsewhere':
    case 'seat':
    case 'teacher':
      return [];
  }
}

function settingsOf({ data, network }: Experiment): readonly SingleControl[] {
  const dataset = findDataset(data.dataset);
  const { activation: _, ...linear } = NETWORK_SCHEMA;
  const list = (group: SettingGroup, schema: SettingsSchema) =>
    Object.entries(schema).map(([key, { label }]) => ({ id: settingControl(group, key), label }));
  return [
    { id: 'data-dataset', label: 'Data set' },
    ...list('data', dataset ? dataSchemaOf(dataset) : DATA_SCHEMA),
    ...list('network', network.hiddenLayers.length > 0 ? NETWORK_SCHEMA : linear),
    ...list('training', TRAINING_SCHEMA),
  ];
}

const HEADER: readonly SingleControl[] = [
  { id: 'header-pages', label: 'The other pages' },
  { id: 'header-history', label: 'History' },
  { id: 'header-backend', label: 'What it computes with' },
  { id: 'header-share', label: 'Share' },
  { id: 'header-present', label: 'Present' },
  { id: 'header-appearance', label: 'Appearance' },
  { id: 'header-help', label: 'Help' },
];
const EXPORT: SingleControl = { id: 'header-export', label: 'Export' };

const STEPS: readonly SingleControl[] = [
  { id: 'steps-step', label: 'Step' },
  { id: 'steps-reset', label: 'Reset' },
  { id: 'steps-pace', label: 'Pace' },
];

const SWEEP_SECTIONS: readonly SingleControl[] = [
  { id: 'rail-base', label: 'Base' },
  { id: 'rail-across', label: 'Across, or what is swept' },
  { id: 'rail-down', label: 'Down' },
  { id: 'rail-judging', label: 'Judge by' },
  { id: 'rail-cost', label: 'Cost' },
];

const BIAS_VARIANCE_SECTIONS: readonly SingleControl[] = [
  { id: 'rail-truth', label: 'Truth and noise' },
  { id: 'rail-axis', label: 'Complexity axis' },
  { id: 'rail-network', label: 'Network' },
];
