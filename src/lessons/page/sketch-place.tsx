/** Where the chart will be: what is asked for is sketched there, or waits there. */
import { useSession } from '../session/session-context.tsx';
import { SketchDrawing } from './sketch-drawing.tsx';
import styles from './sketch-field.module.css';

export function SketchPlace() {
  const question = useSession(({ questions }) =>
    questions.find(({ form }) => form.kind === 'sketch'),
  );
  const given = useSession(({ answers }) => (question ? answers[question.id] : undefined));
  const answer = useSession((state) => state.answer);
  if (question?.form.kind !== 'sketch')
    return <p className={styles.empty}>What you predict is measured here.</p>;
  const { id, form } = question;
  return (
    <div className={styles.place}>
      <SketchDrawing {...{ form, given, measured: null }} take={(value) => answer(id, value)} />
    </div>
  );
}
