/** Recharts' grid and axes; apart, since every change to them is a round through Recharts' store. */
import { memo } from 'react';
import { CartesianGrid, XAxis, YAxis } from 'recharts';
import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import { maxPlaceTicks, tickRoom } from './chart-frame-geometry.ts';
import type { ChartLayout } from './chart-frame-geometry.ts';
import { count } from '../../base/text/figure-text.ts';
import { shareOfPlace } from './axis/place-axis.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import { axisShare, axisTicks } from './axis/series-domain.ts';
import type { ValueAxis } from './axis/value-axis.ts';
import { fittingTicks, wholeTicks } from './axis/series-ticks.ts';
import type { Measure } from './data/series-types.ts';
import styles from './chart-frame.module.css';

/** Painted in the order written, not in Recharts' layers. */
const IN_ORDER = 0;

/** The gap between the axis and its numbers, in sizes of type. */
const TICK_MARGIN = 0.45;

interface ChartAxesProps extends ValueAxis {
  readonly layout: ChartLayout;
  readonly places: PlaceAxis;
  readonly from: number;
  readonly to: number;
  readonly hasEdge: boolean;
  readonly formatTick: Measure['formatTick'];
}

function ChartAxesView(props: ChartAxesProps) {
  const { layout, places, to, scale, low, high, step, hasEdge, formatTick } = props;
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
        {...ticksAcross(props)}
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
      <AxisBreak {...{ places, layout }} />
      {places.values === null && (
        <text
          x={layout.right + layout.fontSize * (0.5 + 0.3 * count(to).length)}
          y={layout.bottom + tickMargin}
          dy="0.9em"
          className={styles.tick}
        >
          {places.name}
        </text>
      )}
    </>
  );
}

export const ChartAxes = memo(ChartAxesView);

/** Recharts is given shares of the axis where places are values. */
function ticksAcross({ layout, places, from, to }: ChartAxesProps) {
  if (places.values === null)
    return {
      domain: [from, to],
      ticks: [...wholeTicks(from, to, maxPlaceTicks(layout, count(to).length))],
      tickFormatter: count,
    };
  const { left, right } = layout;
  const labelled = places.values.filter(({ text }) => text !== '');
  const shown = fittingTicks(
    labelled.map(({ share, text }) => ({
      at: left + share * (right - left),
      room: tickRoom(layout, text.length),
    })),
  ).flatMap((index) => labelled[index] ?? []);
  return {
    domain: [0, 1],
    ticks: shown.map(({ share }) => share),
    tickFormatter: (_share: number, index: number) => shown[index]?.text ?? '',
  };
}

/** Two strokes across the axis. */
function AxisBreak({ places, layout }: Pick<ChartAxesProps, 'places' | 'layout'>) {
  const { left, right, bottom, fontSize } = layout;
  const { values, brokenAfter } = places;
  if (!values || brokenAfter === null) return null;
  const x = left + shareOfPlace(values, brokenAfter + 0.5) * (right - left);
  const [half, lean] = [0.35 * fontSize, 0.15 * fontSize];
  const stroke = (at: number) => `M${at - lean},${bottom + half}L${at + lean},${bottom - half}`;
  return <path d={stroke(x - lean) + stroke(x + lean)} className={styles.axisBreak} />;
}

const COMMON = {
  allowDataOverflow: true, // the domain is ours
  interval: 0, // and so are the ticks
  tickSize: 0,
  tickLine: false,
  zIndex: IN_ORDER,
} as const;

/** Plain svg text: Recharts' own measures each label in the DOM. */
function PlaceTick({ x, y, payload, tickFormatter, index }: XAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.9em" textAnchor="middle" className={styles.tick}>
      {tickFormatter ? tickFormatter(payload.value, index) : String(payload.value)}
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
