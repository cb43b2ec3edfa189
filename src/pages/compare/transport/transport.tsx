/** The buttons that move the run, how far it is, its pace, and the promise of fairness. */
import { fairnessSentence } from '../../../experiment/fairness.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ThumbBar } from '../../../ui/thumb-bar.tsx';
import { AddArmButton } from '../cards/add-arm-button.tsx';
import { PaceSelect } from './pace-select.tsx';
import { Progress } from './progress.tsx';
import { ResetButton } from './reset-button.tsx';
import { StepMenu } from './step-menu.tsx';
import { TrainButton } from './train-button.tsx';
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

function Fairness() {
  const experiment = usePlayground(shownExperiment);
  return <p className={styles.fairness}>{fairnessSentence(experiment)}</p>;
}
