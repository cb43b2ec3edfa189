/** All lessons, and which of them were done in this browser. */
import { useState } from 'react';
import { LESSONS } from '../course/lessons.ts';
import { openAttemptShelf } from '../session/attempts.ts';
import { LESSON_BUTTON_ID } from './lesson-button-id.ts';
import styles from './lesson-list.module.css';

export function LessonList({ unknown }: { readonly unknown: string | null }) {
  const [shelf] = useState(() => openAttemptShelf(() => localStorage));
  return (
    <main className={styles.page}>
      <h1 id={LESSON_BUTTON_ID} tabIndex={-1}>
        Lessons
      </h1>
      {unknown !== null && (
        <p role="alert">There is no lesson “{unknown}”. These are the lessons that there are:</p>
      )}
      <p className={styles.lead}>
        Each takes a few minutes: you predict what will happen, a network trains, and you read why,
        with the figures of your own run.
      </p>
      <p className={styles.links}>
        <span>In a class:</span>
        <a href="#/lessons/teachers">For teachers</a>
        <a href="#/lessons/class">Class results</a>
      </p>
      <ol className={styles.lessons}>
        {LESSONS.map(({ id, title, question, minutes, parts }) => {
          const done = Object.keys(shelf.read(id)?.parts ?? {}).length;
          return (
            <li key={id}>
              <a href={`#/lessons/${id}`}>{title}</a>
              <p>{question}</p>
              <p className={styles.facts}>
                {`about ${minutes} minutes${doneText(done, parts.length)}`}
              </p>
            </li>
          );
        })}
      </ol>
    </main>
  );
}

function doneText(done: number, all: number): string {
  if (done === 0) return '';
  return done >= all ? ' · done ✓' : ` · ${done} of ${all} parts done`;
}
