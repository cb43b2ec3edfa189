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

interface PathChartProps {
  readonly paths: readonly {
    readonly name: string;
    readonly trained: readonly number[];
    readonly closedForm: readonly number[] | null;
  }[];
  /** Of the values of the axis. */
  readonly labels: readonly string[];
  readonly axisName: string;
}

/** Colours and dashes of the largest paths; the others are thin and grey. */
const PATH_LOOKS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter, i) => ({
  color: `var(--arm-${letter})`,
  dash: ['0', '6 3', '2 3', '8 3', '7 2 2 2', '3 2 1 2'][i] ?? '0',
}));
const FAINT = { color: 'var(--line-strong)', dash: '0' };

export function PathChart({ paths, labels, axisName }: PathChartProps) {
  const reach = ({ trained }: PathChartProps['paths'][number]) =>
    Math.max(...trained.filter(Number.isFinite).map(Math.abs), 0);
  const largest = [...paths].sort((a, b) => reach(b) - reach(a)).slice(0, PATH_LOOKS.length);
  const lookOf = (name: string) =>
    PATH_LOOKS[largest.findIndex((one) => one.name === name)] ?? FAINT;
  const data = labels.map((_, at) => ({
    at,
    ...Object.fromEntries(paths.map(({ trained }, i) => [`w${i}`, finite(trained[at])])),
  }));
  return (
    <figure className={styles.figure}>
      <ul className={styles.key}>
        {largest.map(({ name }) => (
          <li key={name}>
            <svg width="24" height="8" aria-hidden="true">
              <path
                d="M0 4h24"
                stroke={lookOf(name).color}
                strokeWidth="2.4"
                strokeDasharray={lookOf(name).dash}
              />
            </svg>{' '}
            {name}
          </li>
        ))}
        {paths.length > largest.length && (
          <li>and {paths.length - largest.length} smaller ones in grey</li>
        )}
      </ul>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={280}>
          <ComposedChart data={data} margin={MARGIN} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="at"
              type="number"
              domain={[-0.2, labels.length - 0.8]}
              ticks={labels.map((_, at) => at)}
              tickFormatter={(at: number) => labels[at] ?? ''}
              tick={TEXT}
              stroke="var(--line-strong)"
              height={44}
              label={{ value: axisName, position: 'insideBottom', ...TEXT }}
            />
            <YAxis tick={TEXT} stroke="var(--line-strong)" width={58} />
            <ReferenceLine y={0} stroke="var(--line-strong)" />
            {paths.map(({ name }, i) => (
              <Line
                key={name}
                dataKey={`w${i}`}
                stroke={lookOf(name).color}
                strokeWidth={lookOf(name) === FAINT ? 1 : 2.2}
                strokeDasharray={lookOf(name).dash}
                dot={false}
                isAnimationActive={false}
              />
            ))}
            {paths.map(({ name, closedForm }) =>
              closedForm ? (
                <Scatter
                  key={name}
                  data={closedForm.map((y, at) => ({ at, y: finite(y) }))}
                  dataKey="y"
                  shape={<PathDot color={lookOf(name).color} />}
                  isAnimationActive={false}
                />
              ) : null,
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

const finite = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : null;

function PathDot({ cx, cy, color }: DotProps & { readonly color: string }) {
  return cx === undefined || cy === undefined ? null : (
    <circle cx={cx} cy={cy} r={3} fill="var(--surface)" stroke={color} strokeWidth={1.5} />
  );
}
