/** The rows of a small menu: plain buttons, each with a word and sometimes a second line. */
import type { ReactNode } from 'react';
import styles from './action-list.module.css';

interface Action {
  readonly label: string;
  readonly detail?: ReactNode;
  readonly disabled?: boolean;
  readonly act: () => void;
}

export function ActionList({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <ul className={styles.list}>
      {actions.map(({ label, detail, disabled = false, act }) => (
        <li key={label}>
          <button type="button" className={styles.action} disabled={disabled} onClick={act}>
            <span className={styles.label}>{label}</span>
            {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
