/** The figures of the run as Keras prints them, an epoch a line, for each network. */
import { armName } from '../../../experiment/arm-name.ts';
import type { Arm } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { useLane, usePlayground } from '../../../store/playground-context.tsx';
import styles from './keras-log.module.css';

export function KerasLog() {
  const arms = usePlayground((state) => shownExperiment(state).arms);
  return (
    <section className={styles.log} aria-label="Log">
      {arms.map((arm) => (
        <ArmLog key={arm.id} arm={arm} />
      ))}
      <p className={styles.note}>
        Keras prints loss and accuracy as means over the epoch, with dropout on. Here all four are
        measured after the epoch, with dropout off, on all validation rows and on a sample of the
        training rows.
      </p>
    </section>
  );
}

function ArmLog({ arm }: { readonly arm: Arm }) {
  const lane = useLane(arm.id);
  const epochs = usePlayground((state) => shownExperiment(state).training.epochs);
  const rows = lane
    ? Array.from({ length: Math.max(0, lane.length - 1) }, (_, i) => lane.row(i + 1))
    : [];
  return (
    <div>
      <h2>{armName(arm)}</h2>
      <pre translate="no">
        {rows.flatMap((row) => (row ? [logLine(row, epochs)] : [])).join('\n')}
      </pre>
    </div>
  );
}

interface LoggedRow {
  readonly epoch: number;
  readonly trainingLoss: number;
  readonly trainingAccuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
}

function logLine(row: LoggedRow, epochs: number): string {
  const figures = [
    ['accuracy', row.trainingAccuracy],
    ['loss', row.trainingLoss],
    ['val_accuracy', row.validationAccuracy],
    ['val_loss', row.validationLoss],
  ] as const;
  const told = figures.map(([name, value]) => `${name}: ${value.toFixed(4)}`).join(' - ');
  return `Epoch ${row.epoch}/${epochs} - ${told}`;
}
