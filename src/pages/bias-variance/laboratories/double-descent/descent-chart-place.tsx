/** Where the chart stands; its code comes after the page. */
import { Suspense, use, useSyncExternalStore } from 'react';
import type { ComponentProps } from 'react';
import type { LaboratoryState } from '../../../../store/laboratories/laboratory-store.ts';
import { Guarded } from '../../../../ui/guarded.tsx';
import { lateModule } from '../../../../ui/late-module.ts';
import type { DescentFigure } from './descent-measure.ts';
import styles from './double-descent.module.css';

const lateChart = lateModule(() => import('./descent-chart.tsx'));

interface DescentChartPlaceProps {
  readonly answer: LaboratoryState<'doubleDescent'>['shown'];
  readonly figure: DescentFigure;
}

export function DescentChartPlace({ answer, figure }: DescentChartPlaceProps) {
  const tries = useSyncExternalStore(lateChart.subscribe, lateChart.attempt);
  return (
    <div className={styles.place}>
      <Guarded key={tries} name="The chart" onTryAgain={lateChart.fetchAnew}>
        <Suspense fallback={<div className={styles.placeholder} />}>
          <Chart
            rows={answer?.settings.trainingExamples ?? 300}
            points={answer?.parts ?? []}
            figure={figure}
          />
        </Suspense>
      </Guarded>
    </div>
  );
}

type ChartProps = ComponentProps<Awaited<ReturnType<typeof lateChart.read>>['DescentChart']>;

function Chart(props: ChartProps) {
  const { DescentChart } = use(lateChart.read());
  return <DescentChart {...props} />;
}
