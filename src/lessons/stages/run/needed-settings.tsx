/** The settings that a lesson needs, and no others; what is changed takes effect as it does in Compare. */
import { findDataset } from '../../../datasets/registry.ts';
import { dataSchemaOf } from '../../../experiment/data-schema.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../../../experiment/experiment.ts';
import { TRAIN_BUTTON_ID } from '../../../pages/compare/transport/train-button-id.ts';
import { usePlayground, usePlaygroundStore } from '../../../store/playground-context.tsx';
import type { SettingsSchema, SettingValue } from '../../../settings/settings.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { RefusalContext } from '../../../ui/controls/refusal-context.ts';
import { SettingsForm } from '../../../ui/controls/settings-form.tsx';
import type { RunPart, SharedSetting } from '../../lesson/lesson.ts';
import { STAGE_ID } from '../places.ts';
import styles from './run-stage.module.css';

const GROUPS = ['data', 'network', 'training'] as const;
type Group = (typeof GROUPS)[number];

export function NeededSettings({ part }: { readonly part: RunPart }) {
  const { controls, tryIt } = part;
  const experiment = usePlayground((state) => state.experiment);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const store = usePlaygroundStore();
  const noteRefusal = usePlayground((state) => state.noteRefusal);
  const dataset = findDataset(experiment.data.dataset);
  const schemas: Readonly<Record<Group, SettingsSchema>> = {
    data: dataset ? dataSchemaOf(dataset) : DATA_SCHEMA,
    network: NETWORK_SCHEMA,
    training: TRAINING_SCHEMA,
  };
  return (
    <section
      className={`${styles.settings ?? ''} not-presented not-printed`}
      data-control="try"
      aria-label="Settings"
    >
      <h2>Try it yourself</h2>
      <Button
        onClick={() => {
          const { applyPreset, pace, panelId } = store.getState();
          // From what the lesson trained, whatever was changed since: it changes one thing.
          const { seed } = experiment.training;
          const trained = { ...part.experiment, training: { ...part.experiment.training, seed } };
          applyPreset({
            ...{ id: '', pace, experiment: tryIt.change(trained) },
            ...(panelId !== null && { panel: panelId }),
          });
          store.getState().train();
          // The button is below what it moves.
          document.getElementById(STAGE_ID)?.scrollIntoView({ block: 'nearest' });
          document.getElementById(TRAIN_BUTTON_ID)?.focus();
        }}
      >
        {tryIt.label}
      </Button>
      <RefusalContext value={noteRefusal}>
        {GROUPS.map((group) => {
          const schema = partOf(schemas[group], group, controls);
          if (Object.keys(schema).length === 0) return null;
          return (
            <SettingsForm
              key={group}
              schema={schema}
              settings={settingsOf(experiment[group])}
              onChange={(key, value) => changeSetting(group, key, value)}
            />
          );
        })}
      </RefusalContext>
    </section>
  );
}

/** In sight, even what Compare has behind "More…". */
function partOf(
  schema: SettingsSchema,
  group: Group,
  controls: readonly SharedSetting[],
): SettingsSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => controls.includes(`${group}.${key}`))
      .map(([key, setting]) => [key, { ...setting, advanced: false }]),
  );
}

function settingsOf(group: object): Readonly<Record<string, SettingValue>> {
  return Object.fromEntries(Object.entries(group).filter(isSettingValue));
}

function isSettingValue(entry: [string, unknown]): entry is [string, SettingValue] {
  const [, value] = entry;
  return ['number', 'string', 'boolean'].includes(typeof value) || Array.isArray(value);
}
