/** How far the run is: epoch, bar and status, and in a long epoch the batch and the time left. */
import type { Experiment } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { withinEpochText, timeLeftText } from './progress-text.ts';
import styles from './transport.module.css';

interface ProgressProps {
  /** Its status is not read out: it changes with every epoch, or somebody else says it. */
  readonly isQuiet?: boolean;
}

export function Progress({ isQuiet = false }: ProgressProps) {
  const epoch = usePlayground((state) => state.epoch);
  const stepInEpoch = usePlayground((state) => state.stepInEpoch);
  const stepsPerEpoch = usePlayground((state) => state.stepsPerEpoch);
  const experiment = usePlayground(shownExperiment);
  const status = usePlayground((state) => state.status);
  const progress = usePlayground((state) => state.runProgress);
  const { epochs } = experiment.training;
  const share = Math.min(1, (epoch + stepInEpoch / stepsPerEpoch) / epochs);
  const within = withinEpochText({ status, stepInEpoch, stepsPerEpoch, progress });
  const left = status === 'training' ? timeLeftText(progress, mayEndEarly(experiment)) : '';
  const details = [within, left].filter((text) => text !== '');
  // Digits that are still to come have their room behind the words: nothing moves when they do.
  const spare = String(epochs).length - String(epoch).length;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span className={styles.epoch}>
          Epoch <strong>{epoch}</strong> / {epochs}
          <span className={styles.spare} style={{ width: `${spare}ch` }} />
        </span>
        {within !== '' && <span className={styles.detail}>{within}</span>}
        {left !== '' && <span className={styles.detail}>{left}</span>}
        {isQuiet ? (
          <span>{status}</span>
        ) : (
          <span role="status" aria-label="Training status">
            {status}
          </span>
        )}
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Epochs"
        aria-valuemin={0}
        aria-valuenow={epoch}
        aria-valuemax={epochs}
        aria-valuetext={[`Epoch ${epoch} of ${epochs}`, ...details].join(', ')}
      >
        <div className={styles.done} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

function mayEndEarly({ arms }: Experiment): boolean {
  return arms.some(({ regularizers }) => regularizers.earlyStopping !== undefined);
}
