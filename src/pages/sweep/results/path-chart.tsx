/** Weights along the strengths of a penalty, drawn by Recharts: a line a feature, and dots for the closed form. */
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  XAxis,
  YAxis,
} from 'recharts';
import { sliceAxis } from './slice-axis.ts';
import { WIDEST_LABEL, axisAcross, axisOfValues, marginOf, useTypeSize } from './use-type-size.ts';
import styles from './slice.module.css';

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
  const [type, ruler] = useTypeSize();
  const axis = sliceAxis(
    paths.flatMap(({ trained, closedForm }) => [0, ...trained, ...(closedForm ?? [])]),
    false,
  );
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
              domain={[-0.2, labels.length - 0.8]}
              ticks={labels.map((_, at) => at)}
              tickFormatter={(at: number) => labels[at] ?? ''}
              interval="preserveStartEnd"
            />
            <YAxis {...axisOfValues(type, axis, false)} />
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
      <p className={styles.axisName}>{axisName}</p>
    </figure>
  );
}

const finite = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : null;

interface PathDotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly color: string;
}

function PathDot({ cx, cy, color }: PathDotProps) {
  return cx === undefined || cy === undefined ? null : (
    <circle cx={cx} cy={cy} r={3} fill="var(--surface)" stroke={color} strokeWidth={1.5} />
  );
}
