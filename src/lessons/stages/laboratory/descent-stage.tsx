/** Double descent, solved once the prediction is locked. */
import { useMemo } from 'react';
import { DescentChartPlace } from '../../../pages/bias-variance/laboratories/double-descent/descent-chart-place.tsx';
import type { DescentPart } from '../../lesson/lesson.ts';
import { useSession } from '../../session/session-context.tsx';
import styles from '../plan/plan-stage.module.css';
import { AnswerLine } from './answer-line.tsx';
import { LaboratoryLink } from './laboratory-link.tsx';
import { useLaboratoryAnswer } from './use-laboratory-answer.ts';

export function DescentStage({ part }: { readonly part: DescentPart }) {
  const seed = useSession((state) => state.seed);
  const step = useSession((state) => state.step);
  const settings = useMemo(() => ({ ...part.settings, seed }), [part, seed]);
  const { parts, failure } = useLaboratoryAnswer('doubleDescent', settings, part);
  return (
    <>
      <AnswerLine failure={failure} underWay="Solving one fit after the other …">
        <LaboratoryLink section="double-descent" query={`seed=${seed}`} />
      </AnswerLine>
      {step === 'predict' ? (
        <p className={styles.empty}>What you predict is solved here.</p>
      ) : (
        <DescentChartPlace
          answer={{ settings, parts, isWhole: step === 'explain' }}
          figure="accuracy"
        />
      )}
    </>
  );
}
