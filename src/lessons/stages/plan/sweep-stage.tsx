/** A sweep along one setting, or along two, the second as lines of their own; the sketch is drawn over it. */
import { useMemo } from 'react';
import { resultKey } from '../../../client/result-key.ts';
import { formOfSweep } from '../../../plans/sweep-form.ts';
import { planSweep } from '../../../plans/sweep.ts';
import { useSweepStore } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import type { SweepPart } from '../../lesson/lesson.ts';
import { planOfPart } from '../../lesson/sweep-figures.ts';
import { SketchPlace } from '../../page/sketch-place.tsx';
import { useLesson, useSession } from '../../session/session-context.tsx';
import { LessonSlice } from './lesson-slice.tsx';
import { PlanLine } from './plan-line.tsx';
import styles from './plan-stage.module.css';
import { usePlanTraining } from './use-plan-training.ts';

export function SweepStage({ part }: { readonly part: SweepPart }) {
  const seed = useSession((state) => state.seed);
  const step = useSession((state) => state.step);
  const { title } = useLesson();
  const store = useSweepStore();
  const sweep = useMemo(() => ({ ...part.sweep, seed }), [part, seed]);
  const plan = useMemo(() => planOfPart(part, seed), [part, seed]);
  const training = usePlanTraining(plan, part);
  /** With all results; what stood there comes back with Undo. */
  const open = () => {
    const { results } = training;
    // By the names that the page has for them: it opens no test set unasked.
    const { wishes } = planSweep(sweep);
    const kept = plan.lanes().flatMap(({ key, spec }) => {
      const result = results.get(key);
      return result ? [[resultKey(spec, wishes), result] as const] : [];
    });
    store.getState().take(formOfSweep(sweep, `Lesson “${title}”`), new Map(kept));
    location.hash = '#/sweep';
  };
  return (
    <>
      <PlanLine {...training}>
        <Button className="not-presented not-printed" data-control="elsewhere" onClick={open}>
          Open in Sweep
        </Button>
      </PlanLine>
      {step === 'predict' ? (
        <SketchPlace />
      ) : (
        <div className={styles.chart}>
          <Guarded name="The chart">
            <LessonSlice
              {...{ sweep, summary: training.summary }}
              lineNames={part.lineNames}
              hasTest={part.opensTest === true}
            />
          </Guarded>
        </div>
      )}
    </>
  );
}
