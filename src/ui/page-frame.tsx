/**
 * The frame of a page: the rail with the settings, and beside it the results; on a phone one is beneath the other.
 */
import type { ReactNode } from 'react';
import styles from './page-frame.module.css';

interface PageFrameProps {
  /** Its heading, for screen readers alone: the shell shows which page it is. */
  readonly title: string;
  readonly railLabel: string;
  readonly rail: ReactNode;
  /** What fills the screen when the page is presented. */
  readonly stage: ReactNode;
  /** What follows it, in one column. */
  readonly children: ReactNode;
  /** Said before all else. */
  readonly announced?: ReactNode;
  readonly className?: string | undefined;
  readonly stageClass?: string | undefined;
}

export function PageFrame(props: PageFrameProps) {
  const { title, railLabel, rail, stage, children, announced, className, stageClass } = props;
  return (
    <div className={joined(styles.page, className)}>
      <aside
        className={joined(styles.rail, 'not-presented not-printed')}
        data-control="settings"
        aria-label={railLabel}
      >
        {rail}
      </aside>
      <main className={styles.main}>
        <h1 className="visually-hidden">{title}</h1>
        {announced}
        <div className={joined(styles.stage, stageClass)}>{stage}</div>
        {children}
      </main>
    </div>
  );
}

function joined(...classes: readonly (string | undefined)[]): string {
  return classes.filter((one) => one !== undefined).join(' ');
}
