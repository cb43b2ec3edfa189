/** Why an arm ended before the others, what was put back, and what can be done about it. */
import type { ReactNode } from 'react';
import type { LaneHistory } from '../../client/run-history.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './arm-card.module.css';

/** Nothing where the arm trained to its last epoch and stayed there. */
export function EndNote({ lane }: { readonly lane: LaneHistory }) {
  const { end, restoredEpoch } = lane;
  if (end?.kind === 'diverged') return <Diverged>{end.message}</Diverged>;
  if (!end && restoredEpoch === null) return null;
  return (
    <p className={styles.note}>
      {end?.message ?? `Put back epoch ${restoredEpoch}.`}
      {restoredEpoch !== null && ' The figures are of that epoch.'}
    </p>
  );
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
