/** An arm whose loss became infinite: what happened, and the usual cure. */
import type { LaneEnd } from '../../protocol/messages.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './arm-card.module.css';

export function DivergedNote({ end }: { readonly end: LaneEnd }) {
  const learningRate = usePlayground((state) => state.experiment.training.learningRate);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const smaller = Number((learningRate / 3).toPrecision(1));
  return (
    <div className={styles.diverged}>
      <p>
        <strong>Diverged in epoch {end.epoch}.</strong> {end.message} A smaller learning rate
        usually helps.{' '}
        <Button look="link" onClick={() => changeSetting('training', 'learningRate', smaller)}>
          Set it to {smaller}
        </Button>
      </p>
    </div>
  );
}
