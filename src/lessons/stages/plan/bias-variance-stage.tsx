/** Networks on many training sets: what three values of the axis have learnt, and the parts of their error. */
import { useMemo } from 'react';
import { resultKey } from '../../../client/result-key.ts';
import { capitalized } from '../../../base/text/capitalized.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { partText, valueName } from '../../../findings/bias-variance/trade-off-words.ts';
import { ErrorPartsChart } from '../../../pages/bias-variance/results/error-parts-chart.tsx';
import { FittedCurves } from '../../../pages/bias-variance/results/fitted-curves.tsx';
import { orderOfPlaces, placesToShow } from '../../../pages/bias-variance/results/shown-value.ts';
import { axisOf } from '../../../pages/bias-variance/results/trade-off-material-of.ts';
import { formOfBiasVariance } from '../../../plans/bias-variance-form.ts';
import { planBiasVariance } from '../../../plans/bias-variance.ts';
import type { BiasVariance, ValueSummary } from '../../../plans/bias-variance.ts';
import { axisValueText } from '../../../plans/sweep-words.ts';
import { useBiasVarianceStore } from '../../../store/bias-variance/bias-variance-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import type { BiasVariancePart } from '../../lesson/lesson.ts';
import { SketchPlace } from '../../page/sketch-place.tsx';
import { useLesson, useSession } from '../../session/session-context.tsx';
import { PlanLine } from './plan-line.tsx';
import { Pin } from '../../../ui/pin.tsx';
import styles from './plan-stage.module.css';
import { usePlanTraining } from './use-plan-training.ts';

export function BiasVarianceStage({ part }: { readonly part: BiasVariancePart }) {
  const seed = useSession((state) => state.seed);
  const step = useSession((state) => state.step);
  const { title } = useLesson();
  const store = useBiasVarianceStore();
  const setup = useMemo(() => ({ ...part.plan, seed }), [part, seed]);
  const plan = useMemo(() => planBiasVariance(setup), [setup]);
  const training = usePlanTraining(plan, part);
  const { summary, results } = training;
  const order = orderOfPlaces(setup);
  const shown = placesToShow(null, order, summary.values);
  /** With all results; what stood there comes back with Undo. */
  const open = () => {
    const kept = plan.lanes().flatMap(({ key, spec }) => {
      const result = results.get(key);
      return result ? [[resultKey(spec, plan.wishes), result] as const] : [];
    });
    store.getState().take(formOfBiasVariance(setup, `Lesson “${title}”`), new Map(kept));
    location.hash = '#/bias-variance';
  };
  return (
    <>
      <PlanLine {...training}>
        <Button className="not-presented not-printed" data-control="elsewhere" onClick={open}>
          Open in Bias–variance
        </Button>
      </PlanLine>
      {step === 'predict' ? (
        <SketchPlace />
      ) : (
        <>
          <div className={styles.fits}>
            {shown.map((place, index) => {
              const value = summary.values[place];
              return value && <Fit key={index} {...{ setup, value, place }} number={index + 1} />;
            })}
          </div>
          <div className={styles.chart}>
            <Guarded name="The chart">
              <ErrorPartsChart {...{ setup, summary, order, shown }} notes={[]} />
            </Guarded>
          </div>
        </>
      )}
    </>
  );
}

interface FitProps {
  readonly setup: BiasVariance;
  readonly value: ValueSummary;
  readonly place: number;
  /** As the chart has it over this value. */
  readonly number: number;
}

/** Pictures of curves; of images there are figures alone. */
function Fit({ setup, value, place, number }: FitProps) {
  const dataset = findDataset(value.base.data.dataset);
  const { setting, values } = setup.axis;
  const name = valueName(axisOf(setup), axisValueText(setup, setting, values[place] ?? ''));
  const { parts } = value;
  return (
    <section className={styles.fit}>
      <h2>
        <Pin number={number} /> {capitalized(name)}
      </h2>
      <p className={styles.figures}>
        {parts
          ? `bias² ${partText(parts.bias2)}, variance ${partText(parts.variance)}`
          : 'nothing trained yet'}
      </p>
      {dataset?.task === 'regression' && (
        <Guarded name="The picture">
          <FittedCurves {...{ value, dataset }} />
        </Guarded>
      )}
    </section>
  );
}
