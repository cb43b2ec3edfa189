/** Curves of one cell by epoch, drawn by Recharts. */
import { CartesianGrid, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { sliceAxis } from './slice-axis.ts';
import { WIDEST_LABEL, axisAcross, axisOfValues, marginOf, useTypeSize } from './use-type-size.ts';
import styles from './slice.module.css';

export interface CurvePoint {
  readonly epoch: number;
  readonly validation: number;
  readonly training: number;
}

/** Means over the trainings of a cell, epoch by epoch. */
export function CurvesChart({
  points,
  format,
  isShare,
  metricName,
}: {
  readonly points: readonly CurvePoint[];
  readonly format: (value: number) => string;
  readonly isShare: boolean;
  readonly metricName: string;
}) {
  const [type, ruler] = useTypeSize();
  const axis = sliceAxis(
    points.flatMap(({ validation, training }) => [validation, training]),
    isShare,
  );
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
      <div className={styles.curves}>
        <span ref={ruler} className={styles.ruler} aria-hidden="true">
          {WIDEST_LABEL}
        </span>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={[...points]} margin={marginOf(type)} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              key={type.fontSize}
              {...axisAcross(type)}
              dataKey="epoch"
              domain={[0, 'dataMax']}
            />
            <YAxis {...axisOfValues(type, axis, isShare)} />
            <Line
              dataKey="training"
              className={styles.training ?? ''}
              stroke="var(--arm-a)"
              strokeDasharray="5 3"
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="validation"
              className={styles.validation ?? ''}
              stroke="var(--arm-a)"
              dot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <p className={styles.axisName}>Epoch</p>
    </figure>
  );
}
