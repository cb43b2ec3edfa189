/** On or off. */
import type { SwitchSetting } from '../../settings/settings.ts';
import { Term } from '../words/term.tsx';
import styles from './settings-form.module.css';

interface SwitchControlProps {
  readonly setting: Pick<SwitchSetting, 'label' | 'hint'>;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function SwitchControl({ setting, value, onChange }: SwitchControlProps) {
  return (
    <div className={styles.control}>
      <label className={styles.row}>
        {setting.hint === undefined ? (
          setting.label
        ) : (
          <Term hint={setting.hint}>{setting.label}</Term>
        )}
        <input
          className={styles.switch}
          type="checkbox"
          role="switch"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
        />
      </label>
    </div>
  );
}
