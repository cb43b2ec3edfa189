/** The buttons that move the run, how far it is, its pace, and the promise of fairness. */
import { withCommas } from '../../../base/text/with-commas.ts';
import { fairnessSentence } from '../../../experiment/fairness.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { mainMove, whyNoReset } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { ThumbBar } from '../../../ui/thumb-bar.tsx';
import { AddArmButton } from '../cards/add-arm-button.tsx';
import { PaceSelect } from './pace-select.tsx';
import { Progress } from './progress.tsx';
import { disabledBy } from './problem-strip.tsx';
import { StepMenu } from './step-menu.tsx';
import { TRAIN_BUTTON_ID } from './train-button-id.ts';
import styles from './transport.module.css';

export function Transport() {
  return (
    <div className={styles.transport}>
      <ThumbBar
        label="Training controls"
        className={`${styles.controls ?? ''} not-printed`}
        buttonsClass={styles.buttons}
        buttons={
          <>
            <TrainButton />
            <StepMenu />
            <ResetButton />
          </>
        }
      >
        <Progress />
        <PaceSelect />
      </ThumbBar>
      <div className={styles.arms}>
        <Fairness />
        <AddArmButton className="not-presented" label="Add arm" />
      </div>
    </div>
  );
}

function TrainButton() {
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

function ResetButton() {
  const reset = usePlayground((state) => state.reset);
  const reason = usePlayground(whyNoReset);
  return (
    <Button data-control="steps" onClick={reset} {...disabledBy(reason)}>
      Reset
    </Button>
  );
}

function Fairness() {
  const experiment = usePlayground(shownExperiment);
  return <p className={styles.fairness}>{fairnessSentence(experiment)}</p>;
}
