/** The curves of a cell, once they were asked for: its networks are trained once more for them. */
import { Suspense, use, useMemo } from 'react';
import { mean } from '../../../base/statistics/summary.ts';
import type { LaneResult } from '../../../figures/lane-result.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { metricWords } from '../../../plans/sweep-words.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import type { ShownCell } from '../../../store/sweep/sweep-context.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import type { CellCurves as Curves } from './curves-chart.tsx';

const lateChart = lateModule(() => import('./curves-chart.tsx'));

export function CellCurves({ sweep, cell }: { readonly sweep: Sweep; readonly cell: ShownCell }) {
  const answer = useSweep((state) => state.answers.curves);
  if (answer?.place !== cell.id) return null;
  if (answer.problem !== null)
    return <p role="alert">The curves could not be made: {answer.problem}</p>;
  if (!answer.results)
    return (
      <p role="status">Training it once more for its curves: {Math.round(answer.share * 100)} %</p>
    );
  return (
    <Guarded name="The curves">
      <Suspense fallback={<p>Curves</p>}>
        <CurvesChart sweep={sweep} results={answer.results} />
      </Suspense>
    </Guarded>
  );
}

function CurvesChart({
  sweep,
  results,
}: {
  readonly sweep: Sweep;
  readonly results: readonly LaneResult[];
}) {
  const { CurvesChart: Chart } = use(lateChart.read());
  const { name, format } = metricWords(curveMetric(sweep));
  const curves = useMemo(() => meanCurves(sweep, results), [sweep, results]);
  return (
    <>
      <p>Mean over {results.length === 1 ? 'one training' : `${results.length} trainings`}</p>
      <Chart
        title={`${name.charAt(0).toUpperCase()}${name.slice(1)} by epoch`}
        {...{ curves, format }}
        isShare={name === 'accuracy'}
        metricName={name}
      />
    </>
  );
}

/** Of R² the loss that it is made of. */
function curveMetric({ base, judging }: Sweep): Pick<Sweep, 'base' | 'judging'> {
  const metric = judging.metric === 'accuracy' ? judging.metric : 'loss';
  return { base, judging: { ...judging, metric } };
}

/** As far as all of its trainings go: early stopping ends them at different epochs. */
function meanCurves({ judging }: Sweep, results: readonly LaneResult[]): Curves {
  const figure = judging.metric === 'accuracy' ? 'Accuracy' : 'Loss';
  const shortest = Math.min(...results.map(({ curve }) => curve.length));
  const rows = Array.from({ length: shortest }, (_, i) =>
    results.flatMap(({ curve }) => curve[i] ?? []),
  );
  return {
    epochs: rows.map((same) => same[0]?.epoch ?? NaN),
    validation: rows.map((same) => mean(same.map((row) => row[`validation${figure}`]))),
    training: rows.map((same) => mean(same.map((row) => row[`training${figure}`]))),
  };
}
