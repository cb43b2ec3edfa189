/** On or off, with its label behind it; in a line of text or of controls. */
import type { ReactNode } from 'react';
import styles from './check-box.module.css';

interface CheckBoxProps {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
}

export function CheckBox({ isChecked, onChange, children }: CheckBoxProps) {
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
