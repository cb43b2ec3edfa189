/**
 * Charts come after the page: they are most of its code. The place keeps their size meanwhile.
 */
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Guarded } from './guarded.tsx';
import styles from './compare-page.module.css';

export const CurveChart = lazy(async () => {
  const { CurveChart } = await import('../panels/curve-chart.tsx');
  return { default: CurveChart };
});

interface ChartPlaceProps {
  readonly name: string;
  readonly children: ReactNode;
}

export function ChartPlace({ name, children }: ChartPlaceProps) {
  return (
    <div className={styles.chart}>
      <Guarded name={`${name}: the chart`}>
        <Suspense fallback={<p className={styles.placeholder}>{name}</p>}>{children}</Suspense>
      </Guarded>
    </div>
  );
}
