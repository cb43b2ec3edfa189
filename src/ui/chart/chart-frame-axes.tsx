/** Recharts' grid and axes; apart, since every change to them is a round through Recharts' store. */
import { memo } from 'react';
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import { maxPlaceTicks } from './chart-frame-geometry.ts';
import type { ChartLayout } from './chart-frame-geometry.ts';
import { count } from '../../base/text/figure-text.ts';
import { axisShare, axisTicks } from './axis/series-domain.ts';
import type { ValueAxis } from './axis/value-axis.ts';
import { wholeTicks } from './axis/series-ticks.ts';
import type { AxisUnit, Measure } from './data/series-types.ts';
import styles from './chart-frame.module.css';

/** Painted in the order written, not in Recharts' layers. */
const IN_ORDER = 0;
/** Between the axis and its numbers, of the size of type. */
const TICK_MARGIN = 0.45;

interface ChartAxesProps extends ValueAxis {
  readonly layout: ChartLayout;
  readonly unit: AxisUnit;
  readonly from: number;
  readonly to: number;
  readonly hasEdge: boolean;
  readonly formatTick: Measure<string>['formatTick'];
}

function ChartAxesView(props: ChartAxesProps) {
  const { layout, unit, from, to, scale, low, high, step, hasEdge, formatTick } = props;
  const tickMargin = Math.round(TICK_MARGIN * layout.fontSize);
  const axis: ValueAxis = { scale, low, high, step };
  const ticks = axisTicks(axis, layout.maxValueTicks);
  // Recharts is given where the ticks are; only our own axis knows of logarithms.
  const shares = ticks.map((tick) => axisShare(axis, tick));
  const tickText = (tick: number) =>
    `${hasEdge && tick === low ? '≤ ' : ''}${formatTick(tick, scale === 'log' ? tick : step)}`;
  return (
    <>
      <CartesianGrid vertical={false} zIndex={IN_ORDER} />
      <XAxis
        type="number"
        dataKey="epoch"
        domain={[from, to]}
        ticks={[...wholeTicks(from, to, maxPlaceTicks(layout, count(to).length))]}
        height={layout.axisHeight}
        tick={PlaceTick}
        tickMargin={tickMargin}
        {...COMMON}
      />
      <YAxis
        type="number"
        domain={[0, 1]}
        ticks={shares}
        width={layout.axisWidth}
        tick={ValueTick}
        tickFormatter={(_share: number, index: number) => tickText(ticks[index] ?? NaN)}
        tickMargin={layout.labelGap}
        axisLine={false}
        {...COMMON}
      />
      <text
        x={layout.right + layout.fontSize * (0.5 + 0.3 * count(to).length)}
        y={layout.bottom + tickMargin}
        dy="0.9em"
        className={styles.tick}
      >
        {unit === 'epochs' ? 'epoch' : 'step'}
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
function PlaceTick({ x, y, payload }: XAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.9em" textAnchor="middle" className={styles.tick}>
      {count(Number(payload.value))}
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
