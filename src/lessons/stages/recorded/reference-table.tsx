/** This run beside the same notebook in another program, over several seeds. */
import { percent } from '../../../base/text/figure-text.ts';
import { armName } from '../../../experiment/arm-name.ts';
import type { Arm } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { useLane, usePlayground } from '../../../store/playground-context.tsx';
import type { Reference } from '../../lesson/lesson.ts';
import styles from './keras-log.module.css';

export function ReferenceTable({ reference }: { readonly reference: Reference }) {
  const arms = usePlayground((state) => shownExperiment(state).arms);
  return (
    <section className={styles.reference} aria-label="Beside a reference">
      <h2>Validation accuracy after the last epoch</h2>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Network</th>
              <th scope="col">this run</th>
              <th scope="col">{reference.program}</th>
            </tr>
          </thead>
          <tbody>
            {arms.map((arm, place) => (
              <Row key={arm.id} arm={arm} reference={reference.arms[place]} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{reference.note}</p>
    </section>
  );
}

interface RowProps {
  readonly arm: Arm;
  readonly reference: Reference['arms'][number] | undefined;
}

function Row({ arm, reference }: RowProps) {
  const lane = useLane(arm.id);
  return (
    <tr>
      <th scope="row">{armName(arm)}</th>
      <td>{percent(lane?.latest?.validationAccuracy ?? NaN)}</td>
      <td>{reference ? `${percent(reference.mean)} (sd ${percent(reference.deviation)})` : ''}</td>
    </tr>
  );
}
