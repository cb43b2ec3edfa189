/** After an explanation: one line for the teacher, where this laptop has a seat. */
import { APP_VERSION } from '../../base/app-version.ts';
import { CopiedText } from '../../ui/controls/copied-text.tsx';
import { useLesson, usePart, useSession } from '../session/session-context.tsx';
import { answerWord, formatResultLine } from './result-line.ts';
import styles from './class.module.css';

export function ResultField() {
  const { id: lesson } = useLesson();
  const { id: part } = usePart();
  const seat = useSession((state) => state.seat);
  const seed = useSession((state) => state.seed);
  const questions = useSession((state) => state.questions);
  const answers = useSession((state) => state.answers);
  const outcome = useSession((state) => state.outcome);
  if (seat === null || !outcome) return null;
  if (seed !== seat)
    return (
      <p className={styles.note}>
        This run had another seed than your seat, {seat}, so the class has no line for it.
      </p>
    );
  const text = formatResultLine({
    ...{ lesson, part, version: APP_VERSION, seat, figures: outcome.figures },
    predicted: questions.map(({ id }) => answerWord(answers[id])),
    happened: questions.map(({ id }) => answerWord(outcome.answers[id]?.value)),
  });
  return (
    <div className="not-printed" data-control="seat">
      <CopiedText label="Your line for the class" text={text} />
    </div>
  );
}
