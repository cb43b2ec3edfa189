/** One of a few: a native select that looks like a value. */
import type { ChoiceSetting } from '../../settings/settings.ts';
import { useFieldIds } from './number-field.tsx';
import { Term } from '../words/term.tsx';
import styles from './settings-form.module.css';

interface ChoiceControlProps {
  readonly setting: ChoiceSetting;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ChoiceControl({ setting, value, onChange }: ChoiceControlProps) {
  const { inputId } = useFieldIds();
  return (
    <div className={styles.control}>
      <div className={styles.row}>
        <label htmlFor={inputId}>
          <Term hint={setting.hint}>{setting.label}</Term>
        </label>
        <select
          id={inputId}
          className={styles.select}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {setting.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
