/** The buttons that move the training of a page, and its progress. On a phone they are in reach of the thumb. */
import type { ReactNode } from 'react';
import styles from './thumb-bar.module.css';

interface ThumbBarProps {
  /** The accessible name of the group. */
  readonly label: string;
  readonly buttons: ReactNode;
  /** Beside the buttons; in a low window it stays on the page. */
  readonly children: ReactNode;
  readonly className: string | undefined;
  readonly buttonsClass: string | undefined;
}

export function ThumbBar({ label, buttons, children, className, buttonsClass }: ThumbBarProps) {
  return (
    <div
      className={`${styles.bar ?? ''} ${className ?? ''} bar-in-hand`}
      role="group"
      aria-label={label}
    >
      <div className={`${styles.buttons ?? ''} ${buttonsClass ?? ''}`}>{buttons}</div>
      {children}
    </div>
  );
}
