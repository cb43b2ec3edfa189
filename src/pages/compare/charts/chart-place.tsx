/**
 * Charts come after the page: they are most of its code. The place keeps their size meanwhile, and fetches
 * them anew where they did not arrive, for itself and the others.
 */
import { Suspense, use, useSyncExternalStore } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import type { CurveChart as LateCurveChart } from './curve-chart.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import { lateModule } from '../../../ui/late-module.ts';
import styles from '../compare-page.module.css';

const charts = lateModule(() => import('./curve-chart.tsx'));

export function CurveChart(props: ComponentProps<typeof LateCurveChart>) {
  const { CurveChart: Chart } = use(charts.read());
  return <Chart {...props} />;
}

interface ChartPlaceProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function ChartPlace({ name, children }: ChartPlaceProps) {
  const attempt = useSyncExternalStore(charts.subscribe, charts.attempt);
  return (
    <div className={styles.chart}>
      <Guarded key={attempt} name={`${name}: the chart`} onTryAgain={charts.fetchAnew}>
        <Suspense fallback={<p className={styles.placeholder}>{name}</p>}>{children}</Suspense>
      </Guarded>
    </div>
  );
}
