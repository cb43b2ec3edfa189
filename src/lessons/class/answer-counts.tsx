/** How many of a class predicted each answer, beside what happened at their seats. */
import { countOf } from '../../base/text/count-of.ts';
import { withSigns } from '../lesson/question.ts';
import type { SketchForm } from '../lesson/question.ts';
import { shapeTolerance } from '../lesson/sketch-shape.ts';
import type { QuestionCounts } from './class-figures.ts';
import styles from './class.module.css';

export function AnswerCounts({ question, counts, seats }: QuestionCounts) {
  const { form } = question;
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
      {form.kind === 'sketch' && <p className={styles.note}>{ruleOfShapes(form)}</p>}
      {seats === 0 && <p>{countOf(0, 'seats')} answered it.</p>}
    </section>
  );
}

function ruleOfShapes(form: SketchForm): string {
  const least = withSigns(`${shapeTolerance(form)} ${form.unit}`.trim());
  return `Curves are counted by their shape. A hill has a value in between that lies above both ends, a valley one below both; all others go by their two ends. What differs by no more than ${least} counts as equal.`;
}

interface BarProps {
  readonly count: number;
  readonly of: number;
  readonly kind: 'predicted' | 'happened';
}

function Bar({ count, of, kind }: BarProps) {
  return (
    <div className={styles.counted}>
      <div className={styles.bar}>
        {count > 0 && (
          <span
            className={styles.filled}
            data-kind={kind}
            style={{ width: `${(100 * count) / of}%` }}
            aria-hidden="true"
          />
        )}
      </div>
      <span>{`${count} of ${of}`}</span>
    </div>
  );
}
