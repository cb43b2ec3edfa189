/** The three rules beside each other; before the network is trained, what will stand there. */
import { decimals, percent } from '../../../../base/text/figure-text.ts';
import { countOf } from '../../../../base/text/count-of.ts';
import type { ScaledAnswer } from '../../../../figures/lane-result.ts';
import type { DropoutScaling } from '../../../../plans/dropout-scaling.ts';
import shared from '../shared/laboratory.module.css';
import styles from './dropout-scaling.module.css';

interface ScalingTableProps {
  readonly result: DropoutScaling | null;
  readonly rate: number;
}

const [LOSS, CONFIDENCE, ACTIVATION] = [decimals(3), decimals(2), decimals(4)];

export function ScalingTable({ result, rate }: ScalingTableProps) {
  const kept = Number((1 - rate).toFixed(4));
  const rules: { name: string; note: string; answer: ScaledAnswer | undefined }[] = [
    { name: 'Nothing more', note: 'right', answer: result?.right },
    { name: `× p = ${rate}`, note: 'once too often', answer: result?.byRate },
    { name: `× (1 − p) = ${kept}`, note: 'once too often', answer: result?.byKeptShare },
  ];
  const worst = Math.max(...rules.map(({ answer }) => answer?.loss ?? 0));
  return (
    <div className={`${shared.panel ?? ''} ${styles.frame ?? ''}`}>
      <table className={styles.table}>
        <caption>
          At inference{result ? `, on ${countOf(result.validationRows, 'validation rows')}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Activations</th>
            <th scope="col">Accuracy</th>
            <th scope="col">Loss</th>
            <th scope="col">Mean largest probability</th>
            <th scope="col">Mean activation, layer 1</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ name, note, answer }) => (
            <tr key={name} data-right={note === 'right' || undefined}>
              <th scope="row">
                {name} <span className={styles.note}>{note}</span>
              </th>
              <td>{percent(answer?.accuracy ?? NaN)}</td>
              <td>
                <Bar share={answer && worst > 0 ? answer.loss / worst : 0} />
                {LOSS(answer?.loss ?? NaN)}
              </td>
              <td>
                <Bar share={answer?.confidence ?? 0} />
                {CONFIDENCE(answer?.confidence ?? NaN)}
              </td>
              <td>{ACTIVATION(answer?.activation ?? NaN)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">
              In training <span className={styles.note}>with its masks</span>
            </th>
            <td />
            <td />
            <td />
            <td>{ACTIVATION(result?.trainingActivation ?? NaN)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Says no more than the number beside it. */
function Bar({ share }: { readonly share: number }) {
  return (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${100 * share}%` }} />
    </span>
  );
}
