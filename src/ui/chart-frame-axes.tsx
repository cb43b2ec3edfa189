/** Recharts' grid and axes; apart, since every change to them is a round through Recharts' store. */
import { memo } from 'react';
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import type { ChartLayout } from './chart-frame-geometry.ts';
import { epochTicks, ticksBetween } from './series-ticks.ts';
import type { Measure } from './series-types.ts';
import styles from './chart-frame.module.css';

/** Painted in the order written, not in Recharts' layers. */
const IN_ORDER = 0;
const TICK_MARGIN = 5;

interface ChartAxesProps {
  readonly layout: ChartLayout;
  readonly epochs: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly formatTick: Measure<string>['formatTick'];
}

function ChartAxesView({ layout, epochs, low, high, step, formatTick }: ChartAxesProps) {
  return (
    <>
      <CartesianGrid vertical={false} zIndex={IN_ORDER} />
      <XAxis
        type="number"
        dataKey="epoch"
        domain={[0, epochs]}
        ticks={epochTicks(epochs, layout.maxEpochTicks)}
        height={layout.axisHeight}
        tick={EpochTick}
        tickMargin={TICK_MARGIN}
        {...COMMON}
      />
      <YAxis
        type="number"
        domain={[low, high]}
        ticks={ticksBetween(low, high, step)}
        width={layout.axisWidth}
        tick={ValueTick}
        tickFormatter={(value: number) => formatTick(value, step)}
        tickMargin={layout.labelGap}
        axisLine={false}
        {...COMMON}
      />
      <text
        x={layout.right + layout.fontSize * (0.5 + 0.3 * String(epochs).length)}
        y={layout.bottom + TICK_MARGIN}
        dy="0.9em"
        className={styles.tick}
      >
        epoch
      </text>
    </>
  );
}

export const ChartAxes = memo(ChartAxesView);

const COMMON = {
  allowDataOverflow: true, // the domain is ours
  interval: 0, // and so are the ticks
  tickSize: 0,
  tickLine: false,
  zIndex: IN_ORDER,
} as const;

/** Plain svg text: Recharts' own measures each label in the DOM. */
function EpochTick({ x, y, payload }: XAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.9em" textAnchor="middle" className={styles.tick}>
      {String(payload.value)}
    </text>
  );
}

function ValueTick({ x, y, payload, tickFormatter, index }: YAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" className={styles.tick}>
      {tickFormatter ? tickFormatter(payload.value, index) : String(payload.value)}
    </text>
  );
}
