/**
 * The drawn chart: Recharts' grid, axes and lines, and in the same svg our own marks and labels. It
 * knows nothing of pointers; reading an epoch redraws only its ReadingRule.
 */
import { memo } from 'react';
import { LineChart } from 'recharts';
import { ChartAxes } from './chart-frame-axes.tsx';
import { ChangeRules } from './chart-frame-changes.tsx';
import type { ChartScale } from './chart-frame-geometry.ts';
import { EndLabels } from './chart-frame-labels.tsx';
import { SeriesLines } from './chart-frame-lines.tsx';
import { SeriesMarks } from './chart-frame-marks.tsx';
import { ReadingRule } from './chart-frame-rule.tsx';
import type { ChartChange, Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface ChartPlotProps {
  /** What the picture is, for those who do not see it. */
  readonly name: string;
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly measure: Measure<string>;
}

function ChartPlotView({ name, scale, series, changes, measure }: ChartPlotProps) {
  const { layout, axis, epochs } = scale;
  return (
    <LineChart
      width={layout.width}
      height={layout.height}
      margin={layout.margin}
      accessibilityLayer={false}
      role="img"
      aria-label={name}
      className={styles.picture ?? ''}
    >
      <ChartAxes {...axis} layout={layout} epochs={epochs} formatTick={measure.formatTick} />
      <ChangeRules scale={scale} changes={changes} />
      <SeriesLines scale={scale} series={series} />
      <SeriesMarks scale={scale} series={series} />
      <EndLabels scale={scale} series={series} measure={measure} />
      <ReadingRule scale={scale} series={series} />
    </LineChart>
  );
}

export const ChartPlot = memo(ChartPlotView);
