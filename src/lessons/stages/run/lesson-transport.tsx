/** What moves a lesson's run: nothing before the prediction is locked, and everything once it is explained. */
import { PaceSelect } from '../../../pages/compare/transport/pace-select.tsx';
import { Progress } from '../../../pages/compare/transport/progress.tsx';
import { ResetButton } from '../../../pages/compare/transport/reset-button.tsx';
import { StepMenu } from '../../../pages/compare/transport/step-menu.tsx';
import { TrainButton } from '../../../pages/compare/transport/train-button.tsx';
import type { PlaygroundStore } from '../../../store/playground.ts';
import { ThumbBar } from '../../../ui/thumb-bar.tsx';
import type { RunPart } from '../../lesson/lesson.ts';
import { useSession } from '../../session/session-context.tsx';
import { JumpButton } from '../jump-button.tsx';
import { OpenInCompare } from './open-in-compare.tsx';
import styles from './run-stage.module.css';

interface LessonTransportProps {
  readonly part: RunPart;
  /** Compare's. */
  readonly pageStore: PlaygroundStore;
}

export function LessonTransport({ part, pageStore }: LessonTransportProps) {
  const step = useSession((state) => state.step);
  const isAsked = useSession((state) => state.questions.length > 0);
  return (
    <div className={styles.transport}>
      <ThumbBar
        label="Training controls"
        className={`${styles.controls ?? ''} not-printed`}
        buttonsClass={styles.buttons}
        buttons={
          <>
            {step !== 'predict' && <TrainButton />}
            {step === 'explain' && (
              <>
                <StepMenu />
                <ResetButton />
              </>
            )}
            <JumpButton />
          </>
        }
      >
        {/* Each epoch before the question is a step of its own, with a pause after it. */}
        <Progress isQuiet={step === 'predict'} />
        {step !== 'predict' && <PaceSelect />}
      </ThumbBar>
      {step === 'predict' && (
        <p className={styles.waits} role="status">
          {isAsked ? 'The run waits for your prediction.' : waitingText(part)}
        </p>
      )}
      {step === 'explain' && <OpenInCompare pageStore={pageStore} panel={part.panel} />}
    </div>
  );
}

function waitingText({ askAt }: RunPart): string {
  return askAt === 0
    ? 'Getting the run ready.'
    : `Training to epoch ${askAt}, where the question is asked.`;
}
