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
  return (
    <div className={styles.progress}>
      <span className={styles.epoch}>
        Epoch <strong style={{ minWidth: `${String(epochs).length}ch` }}>{epoch}</strong> / {epochs}
      </span>
      <div className={styles.gauge}>
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
        {stepInEpoch > 0 && status === 'paused' && (
          <div className={styles.batch}>
            batch {stepInEpoch} / {stepsPerEpoch}
          </div>
        )}
        <div className={styles.standing} role="status" aria-label="Training status">
          {status}
        </div>
      </div>
    </div>
  );
}
