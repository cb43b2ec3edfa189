/**
 * A slice of a sweep, drawn by Recharts: means of validation and training along an axis, with a dot for every
 * training. Values stand at equal distances, in the order in which they were set.
 */
import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { FittingSide } from '../../../findings/sweep/fitting-sides.ts';
import type { SlicePoint } from './slice-point.ts';
import { SliceTable, textOf } from './slice-table.tsx';
import { cutOf, sliceAxis, tickText } from './slice-axis.ts';
import {
  WIDEST_LABEL,
  axisAcross,
  axisOfValues,
  marginOf,
  textOfAxis,
  useTypeSize,
} from './use-type-size.ts';
import styles from './slice.module.css';

interface SliceChartProps {
  readonly points: readonly SlicePoint[];
  readonly format: (value: number) => string;
  /** Figures are shares, from 0 to 1. */
  readonly isShare: boolean;
  readonly better: 'higher' | 'lower';
  /** Values follow from each other; arms and choices do not, and no line leads from one to the next. */
  readonly isOrdered: boolean;
  readonly axisName: string;
  readonly metricName: string;
  /** What dots and bars are. */
  readonly bars: string;
  readonly bestLabel: string | null;
  /** Stretches of the axis that overfit or underfit, where the losses say so. */
  readonly sides: readonly FittingSide[];
}

export function SliceChart(props: SliceChartProps) {
  const { points, format, axisName, metricName, bars, bestLabel, sides } = props;
  const { isShare, isOrdered, better } = props;
  const [type, ruler] = useTypeSize();
  const text = textOfAxis(type);
  const dots = points.flatMap((point, at) =>
    point.dots.map((value, i) => ({ at: at + jitter(i, point.dots.length, points.length), value })),
  );
  const cut = better === 'lower' ? cutOf(points.map(({ validation }) => validation ?? NaN)) : null;
  const axis = sliceAxis(
    points.flatMap(extentOf).map((value) => Math.min(value, cut ?? Infinity)),
    isShare,
  );
  const data = points.map((point, at) => ({ ...point, at, bar: barOf(point, axis.domain[1]) }));
  const best = points.findIndex(({ label }) => label === bestLabel);
  return (
    <figure className={styles.figure}>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.solid} /> validation
        <span className={styles.dashed} /> training
        <span className={styles.note}>
          {bars}
          {cut !== null && `; what is above ${tickText(axis.domain[1], isShare)} is cut`}
        </span>
      </p>
      <div className={styles.plot} aria-hidden="true">
        <span ref={ruler} className={styles.ruler}>
          {WIDEST_LABEL}
        </span>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={data} margin={marginOf(type)} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              key={type.fontSize}
              {...axisAcross(type)}
              dataKey="at"
              domain={[-0.4, points.length - 0.6]}
              ticks={points.map((_, at) => at)}
              tickFormatter={(at: number) => points[at]?.label ?? ''}
              interval="preserveStartEnd"
              minTickGap={4}
            />
            <YAxis {...axisOfValues(type, axis, isShare)} allowDataOverflow />
            {best >= 0 && (
              <ReferenceLine
                x={best}
                stroke="var(--ink-2)"
                strokeDasharray="2 3"
                label={{ value: 'best', position: 'top', ...text }}
              />
            )}
            {sides.map(({ kind, from, to }) => (
              <ReferenceArea
                key={`${kind} ${from}`}
                x1={from - 0.4}
                x2={to + 0.4}
                fill="var(--ink-2)"
                fillOpacity={0.07}
                // Where the better figures are not.
                label={{
                  value: kind,
                  position: sidePosition(from, better),
                  ...text,
                }}
              />
            ))}
            {/* Of no dots it would draw the points of the chart. */}
            {dots.length > 0 && (
              <Scatter
                data={dots}
                dataKey="value"
                fill="var(--arm-a)"
                fillOpacity={0.35}
                shape={<Dot />}
                isAnimationActive={false}
              />
            )}
            <Line
              dataKey="training"
              className={styles.training ?? ''}
              stroke={isOrdered ? 'var(--arm-a)' : 'none'}
              strokeDasharray="5 3"
              dot={{ r: 2.5, stroke: 'var(--arm-a)', strokeWidth: 1.6, strokeDasharray: '0' }}
              isAnimationActive={false}
            />
            <Line
              dataKey="validation"
              className={styles.validation ?? ''}
              stroke={isOrdered ? 'var(--arm-a)' : 'none'}
              dot={{ r: 3.5, fill: 'var(--arm-a)', stroke: 'none' }}
              isAnimationActive={false}
            >
              <ErrorBar
                dataKey="bar"
                width={6}
                strokeWidth={1.4}
                stroke="var(--ink)"
                isAnimationActive={false}
              />
            </Line>
            <Tooltip
              cursor={{ stroke: 'var(--line-strong)' }}
              content={({ active, payload }) => {
                const point = (payload[0]?.payload ?? null) as (SlicePoint & { at: number }) | null;
                return active && point && 'label' in point ? (
                  <PointText point={point} format={format} axisName={axisName} />
                ) : null;
              }}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <p className={styles.axisName} aria-hidden="true">
        {axisName}
      </p>
      <SliceTable points={points} format={format} axisName={axisName} metricName={metricName} />
    </figure>
  );
}

function PointText({
  point: { label, validation, training, standardError },
  format,
  axisName,
}: {
  readonly point: SlicePoint;
  readonly format: (value: number) => string;
  readonly axisName: string;
}) {
  return (
    <div className={styles.tooltip}>
      <strong>
        {axisName} {label}
      </strong>
      <span>
        validation {textOf(validation, format)}
        {standardError !== null && ` ± ${format(standardError)}`}
      </span>
      <span>training {textOf(training, format)}</span>
    </div>
  );
}

/** Away from the better figures, and from the labels beside the plot. */
function sidePosition(from: number, better: 'higher' | 'lower') {
  const end = from === 0 ? 'Left' : 'Right';
  return better === 'higher' ? (`insideBottom${end}` as const) : (`insideTop${end}` as const);
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
}

function Dot({ cx, cy }: DotProps) {
  return <circle cx={cx} cy={cy} r={2.4} fill="var(--arm-a)" fillOpacity={0.4} />;
}

/** Dots of one value beside each other, so that equal ones are seen apart; of few values they stay together. */
function jitter(index: number, count: number, values: number): number {
  return count < 2 ? 0 : (index / (count - 1) - 0.5) * Math.min(0.3, values * 0.05);
}

/** Below and above the mean; no bar leaves the plot. */
function barOf({ validation, standardError }: SlicePoint, top: number): [number, number] | null {
  if (validation === null || standardError === null) return null;
  return [standardError, Math.max(0, Math.min(standardError, top - validation))];
}

function extentOf({ validation, training, standardError, dots }: SlicePoint): number[] {
  const bars =
    validation === null ? [] : [-1, 0, 1].map((n) => validation + n * (standardError ?? 0));
  return [...bars, ...(training === null ? [] : [training]), ...dots];
}
