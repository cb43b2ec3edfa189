/** A lesson: its words and questions, and beside them what is trained. On a phone one is beneath the other. */
import { Suspense, use, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { Strip } from '../../ui/controls/strip.tsx';
import { Guarded } from '../../ui/guarded.tsx';
import { LESSONS } from '../course/lessons.ts';
import { ResultField } from '../class/result-field.tsx';
import { SeatButton } from '../class/seat-button.tsx';
import { loadText } from '../course/texts.ts';
import type { Lesson, LessonPart } from '../lesson/lesson.ts';
import type { AskedQuestion } from '../lesson/question.ts';
import { useNarrow } from '../../pages/shared/use-narrow.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { openAttemptShelf } from '../session/attempts.ts';
import { createLessonSession } from '../session/lesson-session.ts';
import {
  LessonContext,
  SessionProvider,
  useLesson,
  usePart,
  useSession,
} from '../session/session-context.tsx';
import { openSeatShelf, seatIn } from '../session/seat.ts';
import { JumpButton } from '../stages/jump-button.tsx';
import { QUESTION_ID, STAGE_ID, WORDS_ID } from '../stages/places.ts';
import { Stage } from '../stages/stage.tsx';
import { LessonFoot } from './lesson-foot.tsx';
import { LESSON_BUTTON_ID } from './lesson-button-id.ts';
import { LessonVoice } from './lesson-voice.tsx';
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
  const isPresenting = usePlayground((state) => state.isPresenting);
  const { title, minutes, parts } = lesson;
  const titleId = useId();
  const drawn = step === 'predict' ? drawnBefore(part, questions) : 'all';
  useFocusOnward();
  return (
    <main className={styles.lesson} data-step={step} data-drawn={drawn}>
      <LessonVoice />
      <div className={styles.before}>
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
        {parts.length > 1 && !isPresenting && <PartList />}
        <section
          className={styles.question}
          id={QUESTION_ID}
          tabIndex={-1}
          aria-labelledby={titleId}
        >
          <h2 id={titleId} className="visually-hidden">
            {parts.length > 1
              ? `Part ${parts.indexOf(part) + 1} of ${parts.length}: ${part.title}`
              : part.title}
          </h2>
          <StepBar />
          <Notices />
          <TextPlace place="ask">
            <LessonWords id={lesson.id} />
          </TextPlace>
          {questions.map((question) => (
            <QuestionForm key={`${runs} ${question.id}`} question={question} />
          ))}
          <LockButton />
        </section>
      </div>
      <section className={styles.stage} id={STAGE_ID} tabIndex={-1} aria-label="Chart and figures">
        <Guarded key={`${part.id} ${runs}`} name="The run">
          <Stage key={`${part.id} ${runs}`} part={part} />
        </Guarded>
      </section>
      <section
        className={styles.after}
        id={WORDS_ID}
        tabIndex={-1}
        aria-label={step === 'explain' ? 'Explanation' : undefined}
      >
        {step === 'explain' && (
          <>
            <h2 className="visually-hidden">Explanation</h2>
            <TextPlace place="explain">
              <LessonWords id={lesson.id} />
            </TextPlace>
          </>
        )}
        <ResultField />
        <LessonFoot />
        {parts.length > 1 && isPresenting && <PartList />}
        <SheetLinks lesson={lesson} />
      </section>
      {part.kind !== 'run' && <JumpButton className={styles.jump} />}
    </main>
  );
}

/** What there is to see beside the question; words have the room of what is not there yet. */
function drawnBefore(
  part: LessonPart,
  questions: readonly AskedQuestion[],
): 'nothing' | 'untrained' | 'sketch' | 'all' {
  if (part.kind === 'run') return part.askAt === 0 ? 'untrained' : 'all';
  return questions.some(({ form }) => form.kind === 'sketch') ? 'sketch' : 'nothing';
}

/** A press that takes its own button away has the focus go on to what it led to. */
function useFocusOnward() {
  const runs = useSession((state) => state.runs);
  const step = useSession((state) => state.step);
  const isNarrow = useNarrow();
  const before = useRef({ runs, step });
  useEffect(() => {
    const { current } = before;
    if (current.runs === runs && current.step === step) return;
    before.current = { runs, step };
    if (document.activeElement !== document.body) return;
    const place = document.getElementById(step === 'predict' ? QUESTION_ID : STAGE_ID);
    place?.focus({ preventScroll: true });
    // Where one is beneath the other, what was locked is to be seen running.
    if (isNarrow && step === 'run') place?.scrollIntoView();
  }, [runs, step, isNarrow]);
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
  const { parts } = useLesson();
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
