/** Why an arm ended before the others, what was restored, and what can be done about it. */
import type { ReactNode } from 'react';
import type { LaneHistory } from '../../../client/run-history.ts';
import { joinWords } from '../../../experiment/arm-name.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import styles from './arm-card.module.css';

interface EndNotesProps {
  /** Repeats of the arm. */
  readonly lanes: readonly LaneHistory[];
}

/** Draws nothing where the arm trained to its last epoch and no epoch was restored. */
export function EndNotes({ lanes }: EndNotesProps) {
  const [lane] = lanes;
  if (!lane) return null;
  if (lanes.length > 1) return <RepeatsNote lanes={lanes} />;
  const { end, restoredEpoch } = lane;
  if (end?.kind === 'diverged') return <Diverged>{end.message}</Diverged>;
  if (!end && restoredEpoch === null) return null;
  return (
    <p className={styles.note}>
      {end?.message ?? `Restored the weights of epoch ${restoredEpoch}.`}
      {restoredEpoch !== null && ' The figures are of that epoch.'}
    </p>
  );
}

/** "2 of 5 seeds diverged.", "3 of 5 seeds stopped early (epochs 14, 17 and 19)." */
function RepeatsNote({ lanes }: { readonly lanes: readonly LaneHistory[] }) {
  const of = (kind: 'diverged' | 'stoppedEarly') =>
    lanes.flatMap(({ end }) => (end?.kind === kind ? [end.epoch] : []));
  const [diverged, stopped] = [of('diverged'), of('stoppedEarly')];
  const share = (epochs: readonly number[]) => `${epochs.length} of ${lanes.length} seeds`;
  return (
    <>
      {diverged.length > 0 && (
        <Diverged>
          {share(diverged)} diverged; the figures leave {diverged.length > 1 ? 'them' : 'it'} out.
        </Diverged>
      )}
      {stopped.length > 0 && (
        <p className={styles.note}>
          {share(stopped)} stopped early ({epochsText(stopped)}).
        </p>
      )}
    </>
  );
}

function epochsText(epochs: readonly number[]): string {
  const words = epochs.toSorted((a, b) => a - b).map(String);
  return `${epochs.length > 1 ? 'epochs' : 'epoch'} ${joinWords(words)}`;
}

function Diverged({ children }: { readonly children: ReactNode }) {
  const learningRate = usePlayground((state) => state.experiment.training.learningRate);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const smaller = Number((learningRate / 3).toPrecision(1));
  return (
    <p className={styles.diverged}>
      {children}{' '}
      <Button look="link" onClick={() => changeSetting('training', 'learningRate', smaller)}>
        Set the learning rate to {smaller}
      </Button>
    </p>
  );
}
