/** The rows of a small menu: plain buttons, each with a word and sometimes a second line. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './action-list.module.css';

interface Action {
  readonly label: string;
  readonly detail?: ReactNode;
  readonly disabled?: boolean;
  readonly act: () => void;
}

interface ActionListProps {
  readonly actions: readonly Action[];
  /** Why those that are disabled are. */
  readonly reason?: string | null;
  /** False where it comes and goes with every action: it then stands in the tooltip alone. */
  readonly showsReason?: boolean;
}

export function ActionList({ actions, reason = null, showsReason = true }: ActionListProps) {
  const reasonId = useId();
  return (
    <div>
      <ul className={styles.list}>
        {actions.map(({ label, detail, disabled = false, act }) => (
          <li key={label}>
            <button
              type="button"
              className={styles.action}
              disabled={disabled}
              {...(disabled && reason !== null && { title: reason, 'aria-describedby': reasonId })}
              onClick={act}
            >
              <span className={styles.label}>{label}</span>
              {detail !== undefined && <span className={styles.detail}>{detail}</span>}
            </button>
          </li>
        ))}
      </ul>
      {reason !== null && (
        <p id={reasonId} className={showsReason ? styles.reason : 'visually-hidden'}>
          {reason}
        </p>
      )}
    </div>
  );
}
