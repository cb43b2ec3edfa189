/** The rail of a page: presets first, then sections, which a phone folds away. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/controls/button.tsx';
import type { SingleControlId } from '../../../links/hidden-controls.ts';
import { useIsHidden } from '../use-hidden-list.ts';
import styles from './rail.module.css';

interface RailFrameProps {
  readonly presets: ReactNode;
  /** On the button that unfolds the sections on a phone, and what they come to. */
  readonly foldTitle: string;
  readonly summary: string;
  readonly children: ReactNode;
}

export function RailFrame({ presets, foldTitle, summary, children }: RailFrameProps) {
  // Only a phone shows the button that folds the rail.
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <div className={styles.rail}>
      {presets}
      <Button
        className={styles.fold}
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span>{foldTitle}</span>
        <span className={styles.summary}>{summary}</span>
        <span aria-hidden="true">{isUnfolded ? '▴' : '▾'}</span>
      </Button>
      <div className={styles.sections} data-unfolded={isUnfolded}>
        {children}
      </div>
    </div>
  );
}

interface RailSectionProps {
  /** By which a link hides it (app/share/single-controls.ts lists them). */
  readonly control: SingleControlId;
  readonly title: string;
  /** At the end of the title's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function RailSection({ control, title, aside, children }: RailSectionProps) {
  if (useIsHidden(control)) return null;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
