/** What is kept and cannot be read: it is said, and can be deleted. */
import type { DamagedEntry } from '../../client/history/history-row.ts';
import { Button } from '../../ui/controls/button.tsx';
import { withFocusOnNeighbour } from './focus-after.ts';
import styles from './history.module.css';

interface DamagedRowProps {
  readonly damaged: DamagedEntry;
  readonly onDelete: () => Promise<void>;
}

export function DamagedRow({ damaged: { name, problem }, onDelete }: DamagedRowProps) {
  return (
    <li className={styles.row} tabIndex={-1}>
      <div className={styles.about}>
        <h3 className={styles.name}>{name}</h3>
        <p>This entry is damaged and cannot be opened. {problem}</p>
      </div>
      <div className={styles.actions}>
        <Button
          aria-label={`Delete ${name}, which is damaged`}
          onClick={({ currentTarget }) => void withFocusOnNeighbour(currentTarget, onDelete())}
        >
          Delete
        </Button>
      </div>
    </li>
  );
}
