/** A quiet line across the page: something to know, sometimes with something to press. */
import type { ReactNode } from 'react';
import styles from './strip.module.css';

interface StripProps {
  readonly tone?: 'plain' | 'alert';
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Strip({ tone = 'plain', actions, children }: StripProps) {
  return (
    <div className={styles.strip} data-tone={tone} role={tone === 'alert' ? 'alert' : undefined}>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
