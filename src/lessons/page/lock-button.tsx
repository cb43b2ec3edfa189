/** Locks the prediction; the run goes on at once. Before all is answered it leads to what is not. */
import { Button } from '../../ui/controls/button.tsx';
import { isAnswered } from '../session/lesson-session.ts';
import { useSession } from '../session/session-context.tsx';
import styles from './lesson-view.module.css';

export function LockButton() {
  const step = useSession((state) => state.step);
  const questions = useSession((state) => state.questions);
  const canLock = useSession(isAnswered);
  const answers = useSession((state) => state.answers);
  const lock = useSession((state) => state.lock);
  if (step !== 'predict') return null;
  if (questions.length === 0)
    return <p className={styles.waits}>The question comes when the run is ready.</p>;
  return (
    <Button
      look="primary"
      className={styles.lock}
      onClick={() => {
        const open = questions.find(({ id }) => answers[id] === undefined);
        if (open)
          document.querySelector<HTMLElement>(`[data-question="${open.id}"] input`)?.focus();
        else lock();
      }}
      // Not disabled: it must be found by those who have answered one of two questions.
      aria-disabled={!canLock || undefined}
      title={canLock ? undefined : 'Answer first.'}
    >
      Lock my prediction and run
    </Button>
  );
}
