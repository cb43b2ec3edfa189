/**
 * Draws the controls of any settings schema; nothing here knows a setting by name. What a beginner
 * does not need (`advanced`) is behind "More…".
 */
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Setting, SettingsSchema, SettingValue } from '../../settings/settings.ts';
import { Button } from './button.tsx';
import { ChoiceControl } from './choice-control.tsx';
import { LayersControl } from './layers-control.tsx';
import { NumberControl } from './number-control.tsx';
import { settleFields } from './settle-fields.ts';
import { SwitchControl } from './switch-control.tsx';
import styles from './settings-form.module.css';

interface SettingsFormProps {
  readonly schema: SettingsSchema;
  readonly settings: Readonly<Record<string, SettingValue>>;
  readonly onChange: (key: string, value: SettingValue) => void;
  /** Narrower ends of sliders, by key. */
  readonly sliderMax?: Readonly<Record<string, number>>;
  /** What stands beside a field, by key. */
  readonly extras?: Readonly<Record<string, ReactNode>>;
  /** Ids of what says which of them keep the experiment from running, by key. */
  readonly faults?: Readonly<Record<string, string>>;
  /** Inputs and outputs of the network, for layers. */
  readonly ends?: { readonly inputs: number; readonly outputs: number };
  /** The hints as text; without it they are tooltips. */
  readonly withHints?: boolean;
}

export function SettingsForm(props: SettingsFormProps) {
  const [showsAll, setShowsAll] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const entries = Object.entries(props.schema);
  const hasAdvanced = entries.some(([, setting]) => setting.advanced === true);
  const shown = entries.filter(([, setting]) => showsAll || setting.advanced !== true);
  return (
    <div ref={form} className={styles.form}>
      {shown.map(([key, setting]) => (
        <div key={key}>
          <Control
            {...props}
            name={key}
            setting={props.withHints ? withoutHint(setting) : setting}
          />
          {props.withHints && setting.hint !== undefined && (
            <p className={styles.hint}>{setting.hint}</p>
          )}
        </div>
      ))}
      {hasAdvanced && (
        <Button
          look="quiet"
          className={styles.more}
          aria-expanded={showsAll}
          onClick={() => {
            if (settleFields(form.current)) setShowsAll(!showsAll);
          }}
        >
          {showsAll ? 'Less' : 'More…'}
        </Button>
      )}
    </div>
  );
}

interface ControlProps extends SettingsFormProps {
  readonly name: string;
  readonly setting: Setting;
}

function Control(props: ControlProps) {
  const { name, setting, settings, onChange, sliderMax, extras, faults, ends } = props;
  const value = settings[name];
  const change = (changed: SettingValue) => onChange(name, changed);
  switch (setting.kind) {
    case 'number':
      return (
        <NumberControl
          setting={setting}
          value={typeof value === 'number' ? value : setting.initial}
          onChange={change}
          sliderMax={sliderMax?.[name]}
          extra={extras?.[name]}
          faultId={faults?.[name]}
        />
      );
    case 'choice':
      return <ChoiceControl setting={setting} value={String(value)} onChange={change} />;
    case 'switch':
      return <SwitchControl setting={setting} value={value === true} onChange={change} />;
    case 'layers': {
      const layers = Array.isArray(value) ? (value as readonly number[]) : setting.initial;
      if (!ends) return null;
      return (
        <LayersControl
          setting={setting}
          value={layers}
          onChange={change}
          ends={ends}
          faultId={faults?.[name]}
        />
      );
    }
  }
}

/** Where it is written below the control it need not be behind the label. */
function withoutHint(setting: Setting): Setting {
  const { hint: _, ...others } = setting;
  return others;
}
