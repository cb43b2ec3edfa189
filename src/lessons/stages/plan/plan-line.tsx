/** How far a part's trainings are, and what can be done with them. */
import type { ReactNode } from 'react';
import { countOf } from '../../../base/text/count-of.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';
import { useSession } from '../../session/session-context.tsx';
import run from '../run/run-stage.module.css';
import { PlanVoice } from './plan-voice.tsx';
import styles from './plan-stage.module.css';

interface PlanLineProps {
  /** What it trains, in the singular and the plural: "training", "trainings". */
  readonly done: number;
  readonly all: number;
  readonly isWaiting?: boolean;
  readonly failure: string | null;
  /** Once it is explained: where it can be gone on with. */
  readonly children: ReactNode;
}

export function PlanLine({ done, all, isWaiting = false, failure, children }: PlanLineProps) {
  const step = useSession((state) => state.step);
  const seed = useSession((state) => state.seed);
  const again = useSession((state) => state.again);
  return (
    <>
      <div className={run.transport}>
        <p className={step === 'predict' ? run.waits : undefined} role="status">
          {lineText(step, { all, isWaiting })}
        </p>
        {step === 'run' && (
          <>
            <progress className={styles.progress} value={done} max={all} aria-label="Trainings" />
            <Button onClick={() => again(seed)}>Cancel</Button>
            <PlanVoice done={done} all={all} />
          </>
        )}
        {step === 'explain' && children}
      </div>
      {failure !== null && (
        <Strip tone="alert" actions={<Button onClick={() => again(seed)}>Try again</Button>}>
          <p>{failure}</p>
        </Strip>
      )}
    </>
  );
}

function lineText(
  step: 'predict' | 'run' | 'explain',
  { all, isWaiting }: { readonly all: number; readonly isWaiting: boolean },
): string {
  if (step === 'predict')
    return `${countOf(all, 'trainings')} ${all === 1 ? 'waits' : 'wait'} for your prediction.`;
  if (step === 'explain') return `${countOf(all, 'trainings')}, finished.`;
  return isWaiting ? 'Another training of this page goes first.' : countOf(all, 'trainings');
}
