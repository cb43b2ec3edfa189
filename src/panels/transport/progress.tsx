/** Where the run stands: epoch, bar, and the word of the status. */
import { usePlayground } from '../../store/playground-context.tsx';
import styles from './transport.module.css';

export function Progress() {
  const epoch = usePlayground((state) => state.epoch);
  const stepInEpoch = usePlayground((state) => state.stepInEpoch);
  const stepsPerEpoch = usePlayground((state) => state.stepsPerEpoch);
  const epochs = usePlayground(
    (state) => (state.runExperiment ?? state.experiment).training.epochs,
  );
  const status = usePlayground((state) => state.status);
  const share = Math.min(1, (epoch + stepInEpoch / stepsPerEpoch) / epochs);
  // Digits that are still to come have their room behind the words: nothing moves when they do.
  const spare = String(epochs).length - String(epoch).length;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span className={styles.epoch}>
          Epoch <strong>{epoch}</strong> / {epochs}
          <span className={styles.spare} style={{ width: `${spare}ch` }} />
        </span>
        {stepInEpoch > 0 && status === 'paused' && (
          <span className={styles.batch}>
            batch {stepInEpoch} / {stepsPerEpoch}
          </span>
        )}
        <span role="status" aria-label="Training status">
          {status}
        </span>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label="Epochs"
        aria-valuemin={0}
        aria-valuenow={epoch}
        aria-valuemax={epochs}
      >
        <div className={styles.done} style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
