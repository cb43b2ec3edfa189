/** Bias and variance of trained networks: fits at three values, the parts of the error, and what they show. */
import { Suspense, memo, use, useSyncExternalStore } from 'react';
import type { ComponentProps } from 'react';
import { capitalized } from '../../../base/text/capitalized.ts';
import { partText, valueName } from '../../../findings/bias-variance/trade-off-words.ts';
import type {
  BiasVariance,
  BiasVarianceSummary,
  ValueSummary,
} from '../../../plans/bias-variance.ts';
import type { FreshError } from '../../../plans/fresh-error.ts';
import { axisValueText } from '../../../plans/sweep-words.ts';
import type { ShownPlaces } from '../../../store/bias-variance/bias-variance-store.ts';
import { useBiasVariance } from '../../../store/bias-variance/bias-variance-context.tsx';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import { Findings } from './findings.tsx';
import { Fits } from './fits.tsx';
import { orderOfPlaces, placesToShow } from './shown-value.ts';
import { axisOf } from './trade-off-material-of.ts';
import styles from './trade-off.module.css';

/** Charts come after the page: they are most of its code. */
const lateCharts = lateModule(() => import('./error-parts-chart.tsx'));

export const TradeOff = memo(function TradeOff({
  summary,
}: {
  readonly summary: BiasVarianceSummary;
}) {
  const setup = useBiasVariance((state) => state.prepared.setup);
  const chosen = useBiasVariance((state) => state.shownPlaces);
  const order = orderOfPlaces(setup);
  const shown = placesToShow(chosen, order, summary.values);
  const isPresenting = usePlayground((state) => state.isPresenting);
  const [first = '', ...others] = notesOf(setup, summary, shown);
  const notes = [capitalized(first), ...(isPresenting ? [] : others)];
  const tries = useSyncExternalStore(lateCharts.subscribe, lateCharts.attempt);
  return (
    <>
      <Guarded name="The pictures">
        <Fits summary={summary} />
      </Guarded>
      <div className={styles.below}>
        <div className={styles.chart}>
          <Guarded key={tries} name="The chart" onTryAgain={lateCharts.fetchAnew}>
            <Suspense fallback={<p className={styles.placeholder}>Where the error comes from</p>}>
              <Chart {...{ setup, summary, order, shown }} notes={first === '' ? [] : notes} />
            </Suspense>
          </Guarded>
        </div>
        <Guarded name="The findings">
          <Findings summary={summary} />
        </Guarded>
      </div>
    </>
  );
});

type ChartProps = ComponentProps<Awaited<ReturnType<typeof lateCharts.read>>['ErrorPartsChart']>;

function Chart(props: ChartProps) {
  const { ErrorPartsChart } = use(lateCharts.read());
  return <ErrorPartsChart {...props} />;
}

function sumText({ parts, test }: ValueSummary, noise: number | null): string {
  if (!parts || !test) return '';
  const { bias2, variance, distance } = parts;
  if (noise === null)
    return `bias² ${partText(bias2)} + variance ${partText(variance)} = ${partText(distance)}, the test error`;
  const luck = hasLuck(test) ? ` ±\u00a0${partText(2 * test.luck)}` : '';
  return `bias² ${partText(bias2)} + variance ${partText(variance)} + noise ${partText(noise)} = ${partText(distance + noise)}, and test error on fresh targets ${partText(test.error)}${luck}`;
}

/** One network, or a truth without noise, has none. */
function hasLuck({ luck }: FreshError): boolean {
  return Number.isFinite(luck) && luck > 0;
}

/** That the parts add up, in figures, at the value in the middle; and what the figures are. */
function notesOf(
  setup: BiasVariance,
  { truth, values }: BiasVarianceSummary,
  [, middle]: ShownPlaces,
): string[] {
  const value = values[middle];
  const sum =
    value?.parts && value.test
      ? [
          `At ${valueName(axisOf(setup), axisValueText(setup, setup.axis.setting, value.values[0] ?? ''))}: ${sumText(value, truth?.noise ?? null)}`,
          ...(hasLuck(value.test) ? ['this ± is the chance in those targets alone'] : []),
        ]
      : [];
  const isBelowZero = values.some(({ parts }) => parts !== null && parts.bias2 < 0);
  const notes = isBelowZero ? [...sum, 'where bias² is nearly 0 its estimate may fall below'] : sum;
  if (truth?.task !== 'classification') return notes;
  const brier =
    'squared error of probabilities, summed over classes (Brier); accuracy has no such sum, since where most networks are wrong, disagreement helps it';
  return truth.noise === null
    ? [...notes, brier, 'nobody knows how noisy these labels are: noise is counted in bias²']
    : [...notes, brier];
}
