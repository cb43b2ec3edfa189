/**
 * A regularizer of an arm: dashed while off, filled while on. A press switches a dashed one on; either opens its
 * settings and an explanation.
 */
import { useState } from 'react';
import type { Arm, ArmId } from '../../../experiment/experiment.ts';
import { useLane, usePlayground } from '../../../store/playground-context.tsx';
import type { LooseSettings, RegularizerEntry } from '../../../experiment/regularizers.ts';
import { Formula } from '../../../ui/words/formula.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { SettingsForm } from '../../../ui/controls/settings-form.tsx';
import { SwitchControl } from '../../../ui/controls/switch-control.tsx';
import { useFaults } from '../shared/use-faults.ts';
import { LiveNumbers } from './live-numbers.tsx';
import { RegularizerCode } from './regularizer-code.tsx';
import styles from './regularizer-chip.module.css';

interface RegularizerChipProps {
  readonly arm: Arm;
  readonly regularizer: RegularizerEntry;
}

export function RegularizerChip({ arm, regularizer }: RegularizerChipProps) {
  const { id, label, describe, initial } = regularizer;
  const changeRegularizer = usePlayground((state) => state.changeRegularizer);
  const settings: LooseSettings | undefined = arm.regularizers[id];
  // What was set before it was switched off comes back with the switch.
  const [before, setBefore] = useState<LooseSettings>(initial);
  const change = (changed: LooseSettings | null) => {
    if (settings) setBefore(settings);
    changeRegularizer(arm.id, id, changed);
  };
  const isOn = settings !== undefined;
  const { [id]: faultId } = useFaults(`arms.${arm.id}`);
  return (
    <PopoverButton
      className={isOn ? styles.on : styles.off}
      aria-label={isOn ? describe(settings) : `${label}, off`}
      panelLabel={`${label} of arm ${arm.id}`}
      data-faulty={faultId !== undefined}
      aria-describedby={faultId}
      keepsClear
      onOpen={isOn ? undefined : () => change(before)}
      panel={() => (
        <RegularizerPanel
          armId={arm.id}
          regularizer={regularizer}
          settings={settings ?? before}
          isOn={isOn}
          onChange={change}
        />
      )}
    >
      {isOn ? describe(settings) : label}
    </PopoverButton>
  );
}

interface RegularizerPanelProps {
  readonly armId: ArmId;
  readonly regularizer: RegularizerEntry;
  readonly settings: LooseSettings;
  readonly isOn: boolean;
  readonly onChange: (settings: LooseSettings | null) => void;
}

function RegularizerPanel(props: RegularizerPanelProps) {
  const { armId, regularizer, settings, isOn, onChange } = props;
  const { label, schema, explanation, source } = regularizer;
  const lane = useLane(armId);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  return (
    <div className={styles.panel}>
      <div className={styles.title}>
        <SwitchControl
          setting={{ label }}
          value={isOn}
          onChange={(on) => onChange(on ? settings : null)}
        />
      </div>
      <SettingsForm
        schema={schema}
        settings={settings}
        onChange={(key, value) => onChange({ ...settings, [key]: value })}
        withHints
      />
      <Formula tex={regularizer.formula(settings)} />
      {isOn && lane && <LiveNumbers {...{ regularizer, settings, lane, epoch }} />}
      <p>{explanation}</p>
      <p className={styles.source}>{source}</p>
      <RegularizerCode regularizer={regularizer} settings={settings} />
    </div>
  );
}
