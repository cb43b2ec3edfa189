/** What follows an explanation: another seed, the next part, the next lesson. */
import { Button } from '../../ui/controls/button.tsx';
import { LESSONS } from '../course/lessons.ts';
import { useLesson, usePart, useSession } from '../session/session-context.tsx';
import styles from './lesson-view.module.css';

export function LessonFoot() {
  const lesson = useLesson();
  const step = useSession((state) => state.step);
  const part = useSession((state) => state.part);
  const nextSeed = useSession((state) => state.nextSeed);
  const again = useSession((state) => state.again);
  const goTo = useSession((state) => state.goTo);
  const { kind } = usePart();
  if (step !== 'explain') return null;
  // Nothing is drawn at random there, or was once and for all.
  const hasSeed = !['twoWeights', 'decayPaths', 'recorded'].includes(kind);
  const nextPart = lesson.parts[part + 1];
  const nextLesson = LESSONS[LESSONS.indexOf(lesson) + 1];
  const toTop = () => document.querySelector('main')?.scrollIntoView();
  return (
    <div className={`${styles.foot ?? ''} not-printed`}>
      {hasSeed && (
        <Button
          onClick={() => {
            again(nextSeed());
            toTop();
          }}
        >
          Run again with another seed
        </Button>
      )}
      {nextPart ? (
        <Button
          look="primary"
          onClick={() => {
            goTo(part + 1);
            toTop();
          }}
        >
          Next: {nextPart.title}
        </Button>
      ) : (
        nextLesson && (
          <a className={styles.next} href={`#/lessons/${nextLesson.id}`}>
            Next: {nextLesson.title}
          </a>
        )
      )}
    </div>
  );
}
