/** Something wide or long that scrolls for itself, by the keyboard too. */
import type { ReactNode } from 'react';
import styles from './own-table.module.css';

interface ScrollBoxProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex -- what scrolls must be focusable
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
