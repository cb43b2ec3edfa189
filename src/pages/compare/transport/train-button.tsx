/** Trains, pauses, trains again: whatever the run can do next. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { mainMove, whyNoReset } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { disabledBy } from './problem-strip.tsx';
import { TRAIN_BUTTON_ID } from './train-button-id.ts';

export function TrainButton() {
  const move = usePlayground(mainMove);
  const isOver = usePlayground(
    ({ status, failure }) => (status === 'finished' || status === 'stopped') && failure === null,
  );
  const reason = usePlayground(whyNoReset);
  const train = usePlayground((state) => state.train);
  const goOn = usePlayground((state) => state.goOn);
  const epochs = usePlayground((state) => state.experiment.training.epochs);
  const pause = usePlayground((state) => state.pause);
  if (move === 'pause')
    return (
      <Button id={TRAIN_BUTTON_ID} look="primary" onClick={pause}>
        Pause
      </Button>
    );
  if (move === 'goOn')
    return (
      <Button id={TRAIN_BUTTON_ID} look="primary" onClick={goOn}>
        Continue to {withCommas(epochs)}
      </Button>
    );
  return (
    <Button
      id={TRAIN_BUTTON_ID}
      look="primary"
      onClick={train}
      {...(move === null && disabledBy(reason))}
    >
      {isOver ? 'Train again' : 'Train'}
    </Button>
  );
}
