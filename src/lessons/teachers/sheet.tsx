/** A sheet of paper for a lesson: on the page as it prints. */
import type { ReactNode } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import type { Lesson } from '../lesson/lesson.ts';
import { LESSON_BUTTON_ID } from '../page/lesson-button-id.ts';
import styles from './teachers.module.css';

interface SheetProps {
  readonly lesson: Lesson;
  readonly title: string;
  /** It has so much on it that it prints in smaller type. */
  readonly isFull?: boolean;
  readonly children: ReactNode;
}

export function Sheet({ lesson, title, isFull = false, children }: SheetProps) {
  return (
    <main className={styles.sheetPage}>
      <div className={`${styles.links ?? ''} not-presented not-printed`}>
        <a href={`#/lessons/${lesson.id}`}>Back to the lesson</a>
        <a href="#/lessons/teachers">For teachers</a>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
      <article className={styles.sheet} data-full={isFull}>
        <h1 id={LESSON_BUTTON_ID} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </article>
    </main>
  );
}
