/** What the laboratories have in common: a heading, what one looks at, settings beside what they change. */
import type { ReactNode } from 'react';
import { LABORATORY_ID } from './laboratory-id.ts';
import { Strip } from '../../../../ui/controls/strip.tsx';
import styles from './laboratory.module.css';

interface LaboratoryProps {
  readonly title: string;
  /** What one looks at, before anything was pressed. */
  readonly lead: string;
  readonly settings: ReactNode;
  /** What of the address could not be used; null: nothing. */
  readonly problem: string | null;
  /** How it is done: below the settings, and below the results where there is one column. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

export function Laboratory({ title, lead, settings, problem, note, children }: LaboratoryProps) {
  return (
    <article className={styles.laboratory}>
      <header className={styles.header}>
        <h1>{title}</h1>
        <p className="not-presented">{lead}</p>
        {problem !== null && <Strip tone="alert">{problem}</Strip>}
      </header>
      <div className={styles.bench}>
        <div
          className={`${styles.settings ?? ''} not-printed`}
          id={LABORATORY_ID}
          role="group"
          aria-label="Settings"
          tabIndex={-1}
        >
          {settings}
        </div>
        <div className={styles.results}>{children}</div>
        <p className={`${styles.method ?? ''} not-presented`}>{note}</p>
      </div>
    </article>
  );
}
