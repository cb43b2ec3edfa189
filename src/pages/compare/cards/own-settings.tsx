/** Settings an arm has of its own (size, batch size, training examples …): a chip that opens them. */
import { findDataset } from '../../../datasets/registry.ts';
import { OVERRIDE_SCHEMA } from '../../../experiment/experiment.ts';
import type { Arm, OverrideKey } from '../../../experiment/experiment.ts';
import {
  describeOverrides,
  OVERRIDE_KEYS,
  ownOrShared,
} from '../../../experiment/arm-overrides.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import { useFaults } from '../shared/use-faults.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { SettingsForm } from '../../../ui/controls/settings-form.tsx';
import { SwitchControl } from '../../../ui/controls/switch-control.tsx';
import chips from './regularizer-chip.module.css';
import styles from './own-settings.module.css';

export function OwnSettings({ arm }: { readonly arm: Arm }) {
  const own = describeOverrides(arm.overrides);
  const faults = useFaults(`arms.${arm.id}`);
  const faultId = OVERRIDE_KEYS.map((key) => faults[key]).find((id) => id !== undefined);
  return (
    <PopoverButton
      className={own.length > 0 ? chips.on : chips.off}
      panelLabel={`Own settings of arm ${arm.id}`}
      data-faulty={faultId !== undefined}
      aria-describedby={faultId}
      keepsClear
      panel={() => <OwnSettingsPanel arm={arm} />}
    >
      {own.length > 0 ? own.join(', ') : 'Own settings…'}
    </PopoverButton>
  );
}

function OwnSettingsPanel({ arm }: { readonly arm: Arm }) {
  return (
    <div className={styles.panel} role="group" aria-label={`Own settings of arm ${arm.id}`}>
      <p className={styles.hint}>
        Everything else is as in the experiment. Two arms that differ in one thing only show what
        that thing does.
      </p>
      {OVERRIDE_KEYS.map((key) => (
        <OwnSetting key={key} name={key} arm={arm} />
      ))}
    </div>
  );
}

function OwnSetting({ name, arm }: { readonly name: OverrideKey; readonly arm: Arm }) {
  const experiment = usePlayground((state) => state.experiment);
  const changeOverride = usePlayground((state) => state.changeOverride);
  const setting = { ...OVERRIDE_SCHEMA[name], advanced: false };
  const value = ownOrShared(experiment, arm)[name];
  const isOwn = arm.overrides?.[name] !== undefined;
  const dataset = findDataset(experiment.data.dataset);
  const faults = useFaults(`arms.${arm.id}`);
  return (
    <div>
      <SwitchControl
        setting={{ label: `Own ${inSentence(setting.label)}` }}
        value={isOwn}
        onChange={(on) => changeOverride(arm.id, name, on ? value : null)}
      />
      {isOwn && (
        <SettingsForm
          schema={{ [name]: setting }}
          settings={{ [name]: value }}
          onChange={(_, changed) => changeOverride(arm.id, name, changed)}
          faults={faults}
          {...(dataset && {
            sliderMax: { trainingExamples: dataset.poolRows.training },
            ends: { inputs: dataset.featureCount, outputs: dataset.outputs },
          })}
        />
      )}
    </div>
  );
}
