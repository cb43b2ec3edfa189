/** Weights of every feature against the strength of L1 or L2, beside the solution that needs no training. */
import { Suspense, use, useMemo } from 'react';
import { threeDigits } from '../../../base/text/figure-text.ts';
import { findDataset } from '../../../datasets/registry.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import type { LaneResult } from '../../../figures/lane-result.ts';
import {
  coefficientPaths,
  largestDifference,
  penaltyOf,
} from '../../../plans/coefficient-paths.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { axisLabel, shortValueText } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { SweepOutcome } from '../../../store/sweep/sweep-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import styles from './cell-panel.module.css';

const lateChart = lateModule(() => import('./path-chart.tsx'));

/** Of more features paths are a thicket, and pixels have no names. */
const MOST_FEATURES = 60;

export function Coefficients({ outcome: { sweep } }: { readonly outcome: SweepOutcome }) {
  const status = useSweep((state) => state.status);
  const answer = useSweep((state) => state.answers.paths);
  const ask = useSweep((state) => state.ask);
  const dataset = findDataset(sweep.base.data.dataset);
  if (penaltyOf(sweep) === null || !dataset || dataset.featureCount > MOST_FEATURES) return null;
  return (
    <section className={styles.panel} aria-label="Coefficients">
      <div className={styles.heading}>
        <h2>Coefficients along {inSentence(axisLabel(sweep.axes[0]?.setting ?? ''))}</h2>
        {!answer?.results && (
          <Button
            className="not-printed"
            disabled={status !== 'resting'}
            onClick={() => void ask({ kind: 'paths', place: '' })}
          >
            Show coefficients
          </Button>
        )}
      </div>
      {answer?.problem && <p role="alert">The coefficients could not be made: {answer.problem}</p>}
      {answer && !answer.results && answer.problem === null && (
        <p role="status">
          Training the first fold for its weights: {Math.round(answer.share * 100)} %
        </p>
      )}
      {answer?.results ? (
        <Guarded name="The coefficients">
          <Suspense fallback={<p>Coefficients</p>}>
            <Paths sweep={sweep} results={answer.results} />
          </Suspense>
        </Guarded>
      ) : (
        !answer && <p>What each feature weighs, from no penalty to the strongest one.</p>
      )}
    </section>
  );
}

function Paths({
  sweep,
  results,
}: {
  readonly sweep: Sweep;
  readonly results: readonly LaneResult[];
}) {
  const { PathChart } = use(lateChart.read());
  const paths = useMemo(() => coefficientPaths(sweep, results), [sweep, results]);
  const dataset = findDataset(sweep.base.data.dataset);
  const [axis] = sweep.axes;
  const nameOf = (feature: number) => dataset?.featureNames?.[feature] ?? `feature ${feature + 1}`;
  const labels = (axis?.values ?? []).map((value) =>
    shortValueText(sweep, axis?.setting ?? '', value),
  );
  const axisName = axisLabel(axis?.setting ?? '');
  const difference = largestDifference(paths);
  const named = paths.map(({ feature, ...path }) => ({ name: nameOf(feature), ...path }));
  return (
    <>
      <p>{whatIsDrawn(sweep, difference)}</p>
      <PathChart
        title={`Weights by ${inSentence(axisName)}`}
        paths={named}
        labels={labels}
        axisName={axisName}
        axisNoun={inSentence(axisName)}
      />
    </>
  );
}

function whatIsDrawn({ base }: Sweep, difference: number | null): string {
  const what =
    base.network.hiddenLayers.length > 0
      ? 'Norms of the weights that leave each feature, in the first fold.'
      : 'Weights of the linear model, in the first fold.';
  if (difference === null) return what;
  return `${what} Dots: the solution that needs no training (ridge for L2, lasso for L1). The largest difference is ${threeDigits(difference).replace('<', 'below')}.`;
}
