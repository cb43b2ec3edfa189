/**
 * The drawn chart: Recharts' grid, axes and lines, and in the same svg our own marks and labels. It
 * knows nothing of pointers; reading an epoch redraws only its ReadingRule.
 */
import { memo } from 'react';
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts';
import { EndLabels } from './chart-frame-labels.tsx';
import { SeriesLines } from './chart-frame-lines.tsx';
import { SeriesMarks } from './chart-frame-marks.tsx';
import { ReadingRule } from './chart-frame-rule.tsx';
import { epochTick, valueTick } from './chart-frame-ticks.tsx';
import type { ChartScale } from './chart-frame-geometry.ts';
import { epochTicks } from './series-ticks.ts';
import type { Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

/** Painted in the order written here; Recharts' layers would put its lines over our marks. */
const IN_ORDER = 0;
const TICK_MARGIN = 5;

interface ChartPlotProps {
  /** What the picture is, for those who do not see it. */
  readonly name: string;
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly measure: Measure<string>;
}

function ChartPlotView({ name, scale, series, measure }: ChartPlotProps) {
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
      <CartesianGrid vertical={false} zIndex={IN_ORDER} />
      <XAxis
        {...{ type: 'number', dataKey: 'epoch', domain: [0, epochs], allowDataOverflow: true }}
        ticks={epochTicks(epochs, layout.maxEpochTicks)}
        height={layout.axisHeight}
        tickSize={0}
        tickMargin={TICK_MARGIN}
        {...{ interval: 0, tickLine: false, tick: epochTick, zIndex: IN_ORDER }}
      />
      <YAxis
        {...{ type: 'number', domain: [axis.low, axis.high], allowDataOverflow: true }}
        ticks={axis.ticks}
        width={layout.axisWidth}
        tickSize={0}
        tickMargin={layout.labelGap}
        tickFormatter={(value: number) => measure.formatTick(value, axis.step)}
        {...{ interval: 0, tickLine: false, axisLine: false, tick: valueTick, zIndex: IN_ORDER }}
      />
      <text
        x={layout.right + layout.fontSize}
        y={layout.bottom + TICK_MARGIN}
        dy="0.9em"
        className={styles.tick}
      >
        epoch
      </text>
      <SeriesLines scale={scale} series={series} />
      <SeriesMarks scale={scale} series={series} />
      <EndLabels scale={scale} series={series} measure={measure} />
      <ReadingRule scale={scale} series={series} />
    </LineChart>
  );
}

export const ChartPlot = memo(ChartPlotView);
