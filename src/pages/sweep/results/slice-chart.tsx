/**
 * Charts of a sweep, drawn by Recharts: means of validation and training along an axis with a dot for every
 * training, and the curves of one cell. Values stand at equal distances, in the order in which they were set.
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
import styles from './slice.module.css';

export interface SlicePoint {
  readonly label: string;
  /** Means; null: not every training is done, or one diverged. */
  readonly validation: number | null;
  readonly training: number | null;
  readonly standardError: number | null;
  /** Validation figures, one a training. */
  readonly dots: readonly number[];
}

interface SliceChartProps {
  readonly points: readonly SlicePoint[];
  readonly format: (value: number) => string;
  readonly better: 'higher' | 'lower';
  readonly axisName: string;
  readonly metricName: string;
  /** What dots and bars are. */
  readonly bars: string;
  readonly bestLabel: string | null;
  /** Stretches of the axis that overfit or underfit, where the losses say so. */
  readonly sides: readonly FittingSide[];
}

const HEIGHT_PX = 260;
const MARGIN = { top: 22, right: 16, bottom: 4, left: 0 };
const TEXT = { fontSize: 'var(--chart-text, 11px)', fill: 'var(--ink-2)' };

export function SliceChart(props: SliceChartProps) {
  const { points, format, axisName, metricName, bars, bestLabel, sides } = props;
  const data = points.map((point, at) => ({ ...point, at }));
  const dots = points.flatMap((point, at) =>
    point.dots.map((value, i) => ({ at: at + jitter(i, point.dots.length), value })),
  );
  const best = points.findIndex(({ label }) => label === bestLabel);
  return (
    <figure className={styles.figure}>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.solid} /> validation
        <span className={styles.dashed} /> training
        <span className={styles.note}>{bars}</span>
      </p>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={HEIGHT_PX}>
          <ComposedChart data={data} margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={[-0.4, points.length - 0.6]}
              ticks={points.map((_, at) => at)}
              tickFormatter={(at: number) => points[at]?.label ?? ''}
              tick={TEXT}
              stroke="var(--line-strong)"
              interval="preserveStartEnd"
              minTickGap={4}
              height={44}
              label={{ value: axisName, position: 'insideBottom', ...TEXT }}
            />
            <YAxis
              tick={TEXT}
              stroke="var(--line-strong)"
              tickFormatter={format}
              width={58}
              domain={['auto', 'auto']}
            />
            {best >= 0 && (
              <ReferenceLine
                x={best}
                stroke="var(--ink-2)"
                strokeDasharray="2 3"
                label={{ value: 'best', position: 'top', ...TEXT }}
              />
            )}
            {sides.map(({ kind, from, to }) => (
              <ReferenceArea
                key={`${kind} ${from}`}
                x1={from - 0.4}
                x2={to + 0.4}
                fill="var(--ink-2)"
                fillOpacity={0.07}
                label={{ value: kind, position: 'insideBottom', ...TEXT }}
              />
            ))}
            <Scatter
              data={dots}
              dataKey="value"
              fill="var(--arm-a)"
              fillOpacity={0.35}
              shape={<Dot />}
              isAnimationActive={false}
            />
            <Line
              dataKey="training"
              stroke="var(--arm-a)"
              strokeWidth={1.6}
              strokeDasharray="5 3"
              dot={{ r: 2, strokeDasharray: '0' }}
              isAnimationActive={false}
            />
            <Line
              dataKey="validation"
              stroke="var(--arm-a)"
              strokeWidth={2.4}
              dot={{ r: 3, fill: 'var(--arm-a)' }}
              isAnimationActive={false}
            >
              <ErrorBar dataKey="standardError" width={6} strokeWidth={1.4} stroke="var(--ink)" />
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
      <table className="visually-hidden">
        <caption>{`${metricName} by ${axisName}`}</caption>
        <thead>
          <tr>
            <th scope="col">{axisName}</th>
            <th scope="col">validation</th>
            <th scope="col">standard error</th>
            <th scope="col">training</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, validation, training, standardError }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{textOf(validation, format)}</td>
              <td>{textOf(standardError, format)}</td>
              <td>{textOf(training, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
}

function Dot({ cx, cy }: DotProps) {
  return <circle cx={cx} cy={cy} r={2.4} fill="var(--arm-a)" fillOpacity={0.4} />;
}

const textOf = (value: number | null, format: (value: number) => string) =>
  value === null ? '–' : format(value);

/** Dots of one value beside each other, so that equal ones are seen apart. */
function jitter(index: number, count: number): number {
  return count < 2 ? 0 : (index / (count - 1) - 0.5) * 0.3;
}

export interface CurvePoint {
  readonly epoch: number;
  readonly validation: number;
  readonly training: number;
}

/** Means over the trainings of a cell, epoch by epoch. */
export function CellCurves({
  points,
  format,
  metricName,
}: {
  readonly points: readonly CurvePoint[];
  readonly format: (value: number) => string;
  readonly metricName: string;
}) {
  const last = points.at(-1);
  return (
    <figure
      className={styles.figure}
      role="img"
      aria-label={
        last
          ? `${metricName} by epoch: after epoch ${last.epoch} validation ${format(last.validation)}, training ${format(last.training)}`
          : `${metricName} by epoch`
      }
    >
      <ResponsiveContainer width="100%" height={200}>
        <ComposedChart data={[...points]} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="epoch"
            type="number"
            tick={TEXT}
            stroke="var(--line-strong)"
            domain={[0, 'dataMax']}
          />
          <YAxis
            tick={TEXT}
            stroke="var(--line-strong)"
            tickFormatter={format}
            width={58}
            domain={['auto', 'auto']}
          />
          <Line
            dataKey="training"
            stroke="var(--arm-a)"
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="validation"
            stroke="var(--arm-a)"
            strokeWidth={2.4}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </figure>
  );
}
