/** What a teacher needs of a lesson, beside the lesson. */
import type { Lesson } from '../lesson/lesson.ts';
import styles from './teachers.module.css';

export function SheetLinks({ lesson: { id } }: { readonly lesson: Lesson }) {
  return (
    <p className={`${styles.links ?? ''} not-presented not-printed`} data-control="teacher">
      <a href={`#/lessons/${id}/teacher`}>Teacher’s half page</a>
      <a href={`#/lessons/${id}/worksheet`}>Worksheet</a>
    </p>
  );
}
