/**
 * Charts are loaded after the page, since they are most of its code. Meanwhile an empty frame keeps their size;
 * where they did not arrive, it fetches them anew, for all charts.
 */
import { Suspense, use, useSyncExternalStore } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import type { CurveChart as LoadedCurveChart } from './curve-chart.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import styles from '../compare-page.module.css';

const charts = lateModule(() => import('./curve-chart.tsx'));

export function CurveChart(props: ComponentProps<typeof LoadedCurveChart>) {
  const { CurveChart: Chart } = use(charts.read());
  return <Chart {...props} />;
}

interface LateChartProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function LateChart({ name, children }: LateChartProps) {
  const attempt = useSyncExternalStore(charts.subscribe, charts.attempt);
  return (
    <div className={styles.chart}>
      <Guarded key={attempt} name={`${name}: the chart`} onTryAgain={charts.fetchAnew}>
        <Suspense fallback={<p className={styles.placeholder}>{name}</p>}>{children}</Suspense>
      </Guarded>
    </div>
  );
}
