/** A worksheet: the situation, the questions with room for answers, and lines to write on. */
import { createContext, Suspense, use } from 'react';
import type { ReactNode } from 'react';
import { Guarded } from '../../ui/guarded.tsx';
import { loadText } from '../course/texts.ts';
import { questionsBefore } from '../lesson/before-training.ts';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import { numberText } from '../lesson/question.ts';
import type { AnswerForm } from '../lesson/question.ts';
import { TEXT_COMPONENTS } from '../page/lesson-text.tsx';
import { SketchAxes, VIEW_BOX } from '../page/sketch-axes.tsx';
import { Sheet } from './sheet.tsx';
import styles from './teachers.module.css';

export function Worksheet({ lesson }: { readonly lesson: Lesson }) {
  const { id, title, parts } = lesson;
  // All on one sheet.
  const questions = parts.flatMap(({ questions }) => questions.map(({ id }) => id));
  const isFull = parts.length > 2 || questions.length > 3;
  const lines = isFull ? 1 : 2;
  return (
    <Sheet lesson={lesson} title={title} isFull={isFull}>
      <p className={styles.who}>
        <span>Name</span>
        <span>Seat</span>
        <span>Date</span>
      </p>
      {parts.map((part, index) => (
        <section key={part.id} className={styles.part}>
          {parts.length > 1 && <h2>{`${index + 1} ${part.title}`}</h2>}
          <Guarded name="The text">
            <Suspense fallback={<p aria-busy="true">Loading the text …</p>}>
              <Situation id={id} part={part} />
            </Suspense>
          </Guarded>
          {questionsBefore(part).map((question) => (
            <div key={question.id} className={styles.question}>
              <h3>{question.ask}</h3>
              <Answer form={question.form} />
            </div>
          ))}
          <Lines label="What I saw" count={lines} />
          <Lines label="Why" count={lines} />
        </section>
      ))}
    </Sheet>
  );
}

const PartContext = createContext('');

function Situation({ id, part }: { readonly id: string; readonly part: LessonPart }) {
  const { default: Words } = use(loadText(id));
  return (
    <div className={styles.situation}>
      <PartContext value={part.id}>
        <Words components={ON_PAPER} />
      </PartContext>
    </div>
  );
}

interface Words {
  readonly children?: ReactNode;
}

function Part({ id, children }: Words & { readonly id: string }) {
  return use(PartContext) === id ? children : null;
}

/** What is asked is on paper; what is explained is not. */
const ON_PAPER = {
  ...TEXT_COMPONENTS,
  Part,
  Ask: ({ children }: Words) => children,
  Explain: () => null,
  Term: ({ children }: Words) => children,
};

function Answer({ form }: { readonly form: AnswerForm }) {
  switch (form.kind) {
    case 'choice':
      return (
        <ul className={styles.boxes}>
          {form.options.map(({ id, label }) => (
            <li key={id}>
              <span className={styles.box} aria-hidden="true" />
              <span>{label}</span>
            </li>
          ))}
        </ul>
      );
    case 'number':
      return (
        <p>{`My answer, from ${form.min} to ${form.max}: ${numberText(form, '____________')}`}</p>
      );
    case 'sketch':
      return (
        <figure className={styles.sketch}>
          <svg viewBox={VIEW_BOX} role="img" aria-label={`Empty axes for a sketch: ${form.axis}`}>
            <SketchAxes form={form} />
          </svg>
          <figcaption>{form.axis}</figcaption>
        </figure>
      );
  }
}

/** To write on; the first line stands beside the label. */
function Lines({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div className={styles.lines}>
      <p>{label}</p>
      {Array.from({ length: count }, (_, line) => (
        <div key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
