/**
 * Charts come after the page: they are most of its code. The place keeps their size meanwhile, and a
 * chart that fails takes nothing else with it.
 */
import { Component, lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import styles from './compare-page.module.css';

export const AccuracyChart = lazy(async () => {
  const { AccuracyChart } = await import('../panels/accuracy-chart/accuracy-chart.tsx');
  return { default: AccuracyChart };
});

export const LossChart = lazy(async () => {
  const { LossChart } = await import('../panels/loss-chart/loss-chart.tsx');
  return { default: LossChart };
});

interface ChartPlaceProps {
  readonly name: string;
  readonly children: ReactNode;
}

interface ChartPlaceState {
  readonly failed: boolean;
}

export class ChartPlace extends Component<ChartPlaceProps, ChartPlaceState> {
  override state: ChartPlaceState = { failed: false };

  static getDerivedStateFromError(): ChartPlaceState {
    return { failed: true };
  }

  override render() {
    const { name, children } = this.props;
    return (
      <div className={styles.chart}>
        {this.state.failed ? (
          <p className={styles.placeholder}>
            {name}: the chart could not be drawn. The figures below are not affected; reload the
            page to try again.
          </p>
        ) : (
          <Suspense fallback={<p className={styles.placeholder}>{name}</p>}>{children}</Suspense>
        )}
      </div>
    );
  }
}
