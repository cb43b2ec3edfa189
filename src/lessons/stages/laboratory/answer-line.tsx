/** Says whether a laboratory waits, computes or has answered. */
import type { ReactNode } from 'react';
import { Button } from '../../../ui/controls/button.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';
import { useSession } from '../../session/session-context.tsx';
import run from '../run/run-stage.module.css';

interface AnswerLineProps {
  readonly failure: string | null;
  /** What it says meanwhile. */
  readonly underWay: string;
  /** Once it is explained: where it can be gone on with. */
  readonly children: ReactNode;
}

export function AnswerLine({ failure, underWay, children }: AnswerLineProps) {
  const step = useSession((state) => state.step);
  const seed = useSession((state) => state.seed);
  const again = useSession((state) => state.again);
  if (failure !== null)
    return (
      <Strip tone="alert" actions={<Button onClick={() => again(seed)}>Try again</Button>}>
        <p>{failure}</p>
      </Strip>
    );
  return (
    <div className={run.transport}>
      <p className={step === 'predict' ? run.waits : undefined} role="status">
        {step === 'predict'
          ? 'Everything waits for your prediction.'
          : step === 'run'
            ? underWay
            : ''}
      </p>
      {step === 'explain' && children}
    </div>
  );
}
