/** A lesson: its words and questions, and beside them what is trained. On a phone one is beneath the other. */
import { Suspense, use, useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { Guarded } from '../../ui/guarded.tsx';
import { LESSONS } from '../course/lessons.ts';
import { ResultField } from '../class/result-field.tsx';
import { SeatButton } from '../class/seat-button.tsx';
import { loadText } from '../course/texts.ts';
import type { Lesson } from '../lesson/lesson.ts';
import { openAttemptShelf } from '../session/attempts.ts';
import { createLessonSession } from '../session/lesson-session.ts';
import {
  LessonContext,
  SessionProvider,
  usePart,
  useSession,
} from '../session/session-context.tsx';
import { openSeatShelf, seatIn } from '../session/seat.ts';
import { JumpButton } from '../stages/jump-button.tsx';
import { QUESTION_ID, STAGE_ID, WORDS_ID } from '../stages/places.ts';
import { Stage } from '../stages/stage.tsx';
import { LessonFoot } from './lesson-foot.tsx';
import { LESSON_BUTTON_ID } from './lesson-button-id.ts';
import { LockButton } from './lock-button.tsx';
import { QuestionForm } from './question-form.tsx';
import { SheetLinks } from '../teachers/sheet-links.tsx';
import { StepBar } from './step-bar.tsx';
import { TEXT_COMPONENTS, TextPlace } from './lesson-text.tsx';
import styles from './lesson-view.module.css';

export function LessonView({ lesson }: { readonly lesson: Lesson }) {
  const [session] = useState(() => {
    const seats = openSeatShelf(() => localStorage);
    const seat = seatIn(location.hash);
    if (seat !== null) seats.keep(seat);
    const shelf = openAttemptShelf(() => localStorage);
    return createLessonSession(lesson, shelf, { ...seats, read: () => seat ?? seats.read() });
  });
  return (
    <LessonContext value={lesson}>
      <SessionProvider store={session}>
        <Layout lesson={lesson} />
      </SessionProvider>
    </LessonContext>
  );
}

function Layout({ lesson }: { readonly lesson: Lesson }) {
  const part = usePart();
  const runs = useSession((state) => state.runs);
  const questions = useSession((state) => state.questions);
  const step = useSession((state) => state.step);
  const { title, minutes, parts } = lesson;
  return (
    <main className={styles.lesson} data-step={step}>
      <div className={styles.before} id={QUESTION_ID} tabIndex={-1}>
        <p className={`${styles.where ?? ''} not-presented`}>
          <span>
            Lesson {LESSONS.indexOf(lesson) + 1} of {LESSONS.length} · about {minutes} minutes
          </span>
          <a href="#/lessons">All lessons</a>
        </p>
        <SeatButton />
        <h1 id={LESSON_BUTTON_ID} tabIndex={-1}>
          {title}
        </h1>
        {parts.length > 1 && <PartList />}
        <StepBar />
        <Notices />
        <TextPlace place="ask">
          <LessonWords id={lesson.id} />
        </TextPlace>
        {questions.map((question) => (
          <QuestionForm key={`${runs} ${question.id}`} question={question} />
        ))}
        <LockButton />
      </div>
      <div className={styles.stage} id={STAGE_ID} tabIndex={-1}>
        <Guarded key={`${part.id} ${runs}`} name="The run">
          <Stage key={`${part.id} ${runs}`} part={part} />
        </Guarded>
      </div>
      <div className={styles.after} id={WORDS_ID} tabIndex={-1}>
        {step === 'explain' && (
          <TextPlace place="explain">
            <LessonWords id={lesson.id} />
          </TextPlace>
        )}
        <ResultField />
        <LessonFoot />
        <SheetLinks lesson={lesson} />
      </div>
      {part.kind !== 'run' && <JumpButton className={styles.jump} />}
    </main>
  );
}

function LessonWords({ id }: { readonly id: string }) {
  return (
    <Guarded name="The text">
      <Suspense fallback={<p aria-busy="true">Loading the text …</p>}>
        <LoadedWords id={id} />
      </Suspense>
    </Guarded>
  );
}

function LoadedWords({ id }: { readonly id: string }) {
  const { default: Words } = use(loadText(id));
  return <Words components={TEXT_COMPONENTS} />;
}

function PartList() {
  const { parts } = useLessonParts();
  const shown = useSession((state) => state.part);
  const explained = useSession((state) => state.explained);
  const goTo = useSession((state) => state.goTo);
  return (
    <nav className={styles.parts} aria-label="Parts of this lesson">
      {parts.map(({ id, title }, index) => (
        <Button
          key={id}
          look="quiet"
          aria-current={index === shown ? 'true' : undefined}
          onClick={() => goTo(index)}
        >
          {`${index + 1} ${title}${explained.includes(id) ? ' ✓' : ''}`}
        </Button>
      ))}
    </nav>
  );
}

function useLessonParts() {
  const lesson = use(LessonContext);
  return { parts: lesson?.parts ?? [] };
}

function Notices() {
  const attempt = useSession((state) => state.attempt);
  const notice = useSession((state) => state.notice);
  const step = useSession((state) => state.step);
  const answers = useSession((state) => state.answers);
  const recall = useSession((state) => state.recall);
  const part = usePart();
  const isFresh = step === 'predict' && Object.keys(answers).length === 0;
  return (
    <>
      {isFresh && attempt?.parts[part.id] !== undefined && (
        <Strip actions={<Button onClick={recall}>Take my predictions</Button>}>
          <p>You did this before, and your attempt is kept.</p>
        </Strip>
      )}
      {notice !== null && (
        <Strip>
          <p>{notice}</p>
        </Strip>
      )}
    </>
  );
}
