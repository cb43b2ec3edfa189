/** What the laboratories have in common: a heading, what one looks at, settings beside what they change. */
import type { ReactNode } from 'react';
import { fileStem } from '../../../../exports/file-name.ts';
import { LABORATORY_ID } from './laboratory-id.ts';
import { Strip } from '../../../../ui/controls/strip.tsx';
import { PictureTextContext } from '../../../../ui/picture-file/picture-text-context.ts';
import { UndoAndRedo } from '../../../shared/rail/undo-buttons.tsx';
import type { LinkedLaboratory } from './use-linked-settings.ts';
import styles from './laboratory.module.css';

interface LaboratoryProps {
  readonly title: string;
  /** What one looks at, before anything was pressed. */
  readonly lead: string;
  readonly settings: ReactNode;
  readonly linked: LinkedLaboratory;
  /** How it is done: below the settings, and below the results where there is one column. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

export function Laboratory({ title, lead, settings, linked, note, children }: LaboratoryProps) {
  const { problem, words, undo } = linked;
  // The address has the settings: it is their link as it stands.
  const tellPictureText = () =>
    Promise.resolve({
      subject: fileStem({ page: 'bias-variance' }, null),
      settings: [`${title}.`, `${words.join('; ')}.`],
      link: location.href,
    });
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
          <div className={styles.undo}>
            <UndoAndRedo {...undo} />
          </div>
          {settings}
        </div>
        <div className={styles.results}>
          <PictureTextContext value={tellPictureText}>{children}</PictureTextContext>
        </div>
        <p className={`${styles.method ?? ''} not-presented`}>{note}</p>
      </div>
    </article>
  );
}
