/** How many of a class predicted each answer, beside what happened at their seats. */
import { countOf } from '../../base/text/count-of.ts';
import type { QuestionCounts } from './class-figures.ts';
import styles from './class.module.css';

export function AnswerCounts({ question, counts, seats }: QuestionCounts) {
  if (question.form.kind === 'sketch')
    return (
      <section className={styles.card}>
        <h3>{question.ask}</h3>
        <p>Sketches are not in the lines: let some of the class show theirs.</p>
      </section>
    );
  return (
    <section className={styles.card}>
      <h3>{question.ask}</h3>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Predicted</th>
            <th scope="col">Happened</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ id, label, predicted, happened }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>
                <Bar count={predicted} of={seats} kind="predicted" />
              </td>
              <td>
                <Bar count={happened} of={seats} kind="happened" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {seats === 0 && <p>{countOf(0, 'seats')} answered it.</p>}
    </section>
  );
}

interface BarProps {
  readonly count: number;
  readonly of: number;
  readonly kind: 'predicted' | 'happened';
}

function Bar({ count, of, kind }: BarProps) {
  return (
    <div className={styles.bar}>
      {count > 0 && (
        <span
          className={styles.filled}
          data-kind={kind}
          style={{ width: `${(100 * count) / of}%` }}
          aria-hidden="true"
        />
      )}
      <span>{`${count} of ${of}`}</span>
    </div>
  );
}
