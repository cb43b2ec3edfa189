/** One network, measured under three rules of scaling. */
import { useMemo } from 'react';
import { ScalingTable } from '../../../pages/bias-variance/laboratories/dropout-scaling/scaling-table.tsx';
import { planScaling } from '../../../plans/dropout-scaling.ts';
import type { ScalingPart } from '../../lesson/lesson.ts';
import { useSession } from '../../session/session-context.tsx';
import { LaboratoryLink } from '../laboratory/laboratory-link.tsx';
import { PlanLine } from './plan-line.tsx';
import styles from './plan-stage.module.css';
import { usePlanTraining } from './use-plan-training.ts';

export function ScalingStage({ part }: { readonly part: ScalingPart }) {
  const seed = useSession((state) => state.seed);
  const step = useSession((state) => state.step);
  const { rate } = part;
  const plan = useMemo(() => planScaling({ rate, seed }), [rate, seed]);
  const training = usePlanTraining(plan, part);
  return (
    <>
      <PlanLine {...training}>
        <LaboratoryLink section="dropout-scaling" query={`rate=${rate}&seed=${seed}`} />
      </PlanLine>
      {step === 'predict' ? (
        <p className={styles.empty}>What you predict is measured here.</p>
      ) : (
        <ScalingTable result={training.summary} rate={rate} />
      )}
    </>
  );
}
