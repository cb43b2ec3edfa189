/** Why an arm ended before the others, in the trainer's words, and what can be done about it. */
import type { LaneEnd } from '../../protocol/messages.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './arm-card.module.css';

export function EndNote({ end }: { readonly end: LaneEnd }) {
  const learningRate = usePlayground((state) => state.experiment.training.learningRate);
  const changeSetting = usePlayground((state) => state.changeSetting);
  if (end.kind === 'stoppedEarly') return <p className={styles.note}>{end.message}</p>;
  const smaller = Number((learningRate / 3).toPrecision(1));
  return (
    <p className={styles.diverged}>
      {end.message}{' '}
      <Button look="link" onClick={() => changeSetting('training', 'learningRate', smaller)}>
        Set the learning rate to {smaller}
      </Button>
    </p>
  );
}
