/** The direct labels: which line is which, and where it stands, beside the newest point of each. */
import { epochX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { lastEpoch } from './series-collect.ts';
import { endLabelText, stopLabelText } from './series-describe.ts';
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
  const labelled = series.filter(isLabelled);
  const column = labelled.filter((one) => !endedLongAgo(scale, series, one));
  const wanted = column.map((one) => endY(scale, one));
  const placed = placeLabels(wanted, layout.fontSize * 1.12, [layout.top, layout.bottom]);
  const x = epochX(scale, lastEpoch(series));
  const text = (one: Series) =>
    one.stopped === null
      ? endLabelText(
          one.arm.armId,
          one.split,
          measure.formatShort(one.values[one.last] ?? NaN, layout.narrow),
        )
      : stopLabelText(one);
  return (
    <>
      {labelled
        .filter((one) => !column.includes(one))
        .map((one) => (
          <EndLabel
            key={one.id}
            one={one}
            x={epochX(scale, one.last) + layout.labelGap}
            y={endY(scale, one)}
            text={text(one)}
          />
        ))}
      {column.map((one, i) => (
        <g key={one.id}>
          <Leader {...{ x, one, scale }} from={wanted[i] ?? 0} to={placed[i] ?? 0} />
          <EndLabel one={one} x={x + layout.labelGap} y={placed[i] ?? 0} text={text(one)} />
        </g>
      ))}
    </>
  );
}

/** A lane that stopped needs one label, not two. */
function isLabelled({ last, stopped, split }: Series): boolean {
  return last >= 0 && (stopped === null || split === 'validation');
}

/** So that its label fits beside its own end, clear of the labels of the others. */
function endedLongAgo(scale: ChartScale, series: readonly Series[], one: Series): boolean {
  const since = epochX(scale, lastEpoch(series)) - epochX(scale, one.last);
  return one.stopped !== null && since > scale.layout.labelWidth + 2 * scale.layout.labelGap;
}

function endY(scale: ChartScale, one: Series): number {
  return markY(scale, one.values[one.last] ?? NaN);
}

interface EndLabelProps {
  readonly one: Series;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function EndLabel({ one, x, y, text }: EndLabelProps) {
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      fill={one.arm.textColor}
      className={one.split === 'validation' ? styles.endLabel : styles.endLabelTraining}
    >
      {text}
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
  if (one.stopped !== null || Math.abs(from - to) < layout.fontSize * 0.25) return null;
  const d = `M${x + 2},${from}L${x + layout.labelGap - 2},${to}`;
  return <path d={d} className={styles.leader} stroke={one.arm.color} />;
}
