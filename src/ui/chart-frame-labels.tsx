/** The direct labels: which line is which, and where it stands, beside the newest point of each. */
import { epochX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { lastEpoch } from './series-collect.ts';
import { endLabelText } from './series-describe.ts';
import { placeLabels } from './series-labels.ts';
import type { Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface EndLabelsProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly measure: Measure<string>;
}

export function EndLabels({ scale, series, measure }: EndLabelsProps) {
  const { layout } = scale;
  const running = series.filter(({ last, stopped }) => last >= 0 && stopped === null);
  const wanted = running.map((one) => endY(scale, one));
  const placed = placeLabels(wanted, layout.fontSize * 1.12, [layout.top, layout.bottom]);
  const x = epochX(scale, lastEpoch(series));
  const format = (one: Series) => measure.formatShort(one.values[one.last] ?? NaN, layout.narrow);
  return (
    <>
      {series.filter(isStopLabelled).map((one) => (
        <StopLabel key={one.id} {...{ scale, one }} />
      ))}
      {running.map((one, i) => (
        <g key={one.id}>
          <Leader {...{ x, one, scale }} from={wanted[i] ?? 0} to={placed[i] ?? 0} />
          <text
            x={x + layout.labelGap}
            y={placed[i]}
            dy="0.35em"
            fill={one.arm.textColor}
            className={one.split === 'validation' ? styles.endLabel : styles.endLabelTraining}
          >
            {endLabelText(one.arm.armId, one.split, format(one))}
          </text>
        </g>
      ))}
    </>
  );
}

function endY(scale: ChartScale, one: Series): number {
  return markY(scale, one.values[one.last] ?? NaN);
}

/** A lane that stopped needs one label, not two. */
function isStopLabelled({ last, stopped, split }: Series): boolean {
  return last >= 0 && stopped !== null && split === 'validation';
}

/** Beside the cross, on whichever side there is room. */
function StopLabel({ scale, one }: { readonly scale: ChartScale; readonly one: Series }) {
  const { layout } = scale;
  const x = epochX(scale, one.last);
  const before = x > (layout.left + layout.right) / 2;
  return (
    <text
      x={x + (before ? -1 : 1) * layout.labelGap}
      y={endY(scale, one)}
      dy="0.35em"
      textAnchor={before ? 'end' : 'start'}
      fill={one.arm.textColor}
      className={styles.endLabel}
    >
      {one.arm.armId} {one.stopped}
    </text>
  );
}

interface LeaderProps {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly one: Series;
  readonly scale: ChartScale;
}

/** Ties a label to its line where it had to make room. */
function Leader({ x, from, to, one, scale: { layout } }: LeaderProps) {
  if (Math.abs(from - to) < layout.fontSize * 0.25) return null;
  const d = `M${x + 2},${from}L${x + layout.labelGap - 2},${to}`;
  return <path d={d} className={styles.leader} stroke={one.arm.color} />;
}
