/** Start, Cancel, and how far a small training is. */
import { PERCENT_SIGN } from '../../../../base/text/percent-sign.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import styles from './training-line.module.css';

interface TrainingLineProps {
  /** Named for what is trained, in the plural: "Trainings of the laboratory". */
  readonly label: string;
  readonly startLabel: string;
  readonly isTraining: boolean;
  /** 0..1 */
  readonly progress: number;
  /** Where it stands, in a few words; read aloud when it changes. */
  readonly status: string;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

export function TrainingLine(props: TrainingLineProps) {
  const { label, startLabel, isTraining, progress, status, onStart, onCancel } = props;
  const percent = Math.round(progress * 100);
  return (
    <div className={styles.line}>
      {/* One button: the focus stays where it was when a training begins or ends. */}
      <Button look="primary" className="not-printed" onClick={isTraining ? onCancel : onStart}>
        {isTraining ? 'Cancel' : startLabel}
      </Button>
      {isTraining && (
        <div
          className={styles.bar}
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={`${percent}${PERCENT_SIGN}`}
        >
          <div style={{ width: `${percent}%` }} />
        </div>
      )}
      <p className={styles.status} role="status">
        {status}
      </p>
    </div>
  );
}
