/** The buttons that move the run, how far it is, its pace, and the promise of fairness. */
import { fairnessSentence } from '../../store/fairness.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import { ARM_IDS } from '../../protocol/experiment.ts';
import { Button } from '../../ui/button.tsx';
import { PaceSelect } from './pace-select.tsx';
import { Progress } from './progress.tsx';
import { PROBLEMS_ID } from './problem-strip.tsx';
import { StepMenu } from './step-menu.tsx';
import styles from './transport.module.css';

export function Transport() {
  return (
    <div className={styles.transport}>
      <div className={styles.controls} role="group" aria-label="Training controls">
        <div className={styles.buttons}>
          <TrainButton />
          <StepMenu />
          <ResetButton />
        </div>
        <Progress />
        <PaceSelect />
      </div>
      <div className={styles.arms}>
        <Fairness />
        <AddArmButton />
      </div>
    </div>
  );
}

function TrainButton() {
  const status = usePlayground((state) => state.status);
  const failed = usePlayground((state) => state.failure !== null);
  const willTrain = usePlayground((state) => state.whenReady === 'trainRun');
  const hasProblems = usePlayground((state) => state.problems.length > 0);
  const train = usePlayground((state) => state.train);
  const pause = usePlayground((state) => state.pause);
  if (status === 'training' || willTrain)
    return (
      <Button look="primary" onClick={pause}>
        Pause
      </Button>
    );
  const isOver = (status === 'finished' || status === 'stopped') && !failed;
  // A paused run goes on with the settings it has, whatever the fields say meanwhile.
  const isBlocked = hasProblems && status !== 'paused';
  return (
    <Button
      look="primary"
      onClick={train}
      disabled={isBlocked}
      aria-describedby={isBlocked ? PROBLEMS_ID : undefined}
    >
      {isOver ? 'Train again' : 'Train'}
    </Button>
  );
}

function ResetButton() {
  const reset = usePlayground((state) => state.reset);
  const hasProblems = usePlayground((state) => state.problems.length > 0);
  return (
    <Button
      onClick={reset}
      disabled={hasProblems}
      aria-describedby={hasProblems ? PROBLEMS_ID : undefined}
    >
      Reset
    </Button>
  );
}

function Fairness() {
  const arms = usePlayground((state) => (state.runExperiment ?? state.experiment).arms);
  return <p className={styles.fairness}>{fairnessSentence(arms)}</p>;
}

function AddArmButton() {
  const addArm = usePlayground((state) => state.addArm);
  const isFull = usePlayground((state) => state.experiment.arms.length >= ARM_IDS.length);
  return (
    <Button
      onClick={addArm}
      disabled={isFull}
      title={isFull ? 'Six arms are the most.' : undefined}
    >
      <span aria-hidden="true">+</span> Add arm
    </Button>
  );
}
