/**
 * A chart of figures along the values of a setting, or along anything else that is finished: what it shows is
 * given as it is, and nothing of it grows.
 */
import { useMemo } from 'react';
import type { PlaceAxis } from './axis/place-axis.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartSurroundings } from './chart-frame.tsx';
import { PLAIN_VIEW } from './data/chart-view.ts';
import type { LineView } from './data/chart-view.ts';
import { seriesOfLines } from './data/series-of-lines.ts';
import type { ValueLine } from './data/series-of-lines.ts';
import type { MarkedPlace, Measure, Series, Stretch } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface ValueChartProps extends ChartSurroundings {
  /** Also the accessible name of the figure, unless it has another. */
  readonly title: string;
  readonly name?: string;
  readonly axis: PlaceAxis;
  /** Below the axis, where that is more than its title. */
  readonly axisText?: string;
  readonly measure: Measure;
  readonly lines: readonly ValueLine[];
  /** What the spread of the lines is, "one standard error over 5 folds"; null: they have none. */
  readonly spread?: string | null;
  /** What the dots are; null: there are none. */
  readonly dots?: string | null;
  readonly stretches?: readonly Stretch[];
  readonly marked?: readonly MarkedPlace[];
  readonly view?: LineView;
}

export function ValueChart(props: ValueChartProps) {
  const {
    title,
    axis,
    axisText = axis.title,
    lines,
    spread = null,
    view = PLAIN_VIEW,
    ...others
  } = props;
  const series = useMemo(() => seriesOfLines(lines), [lines]);
  const length = axis.values?.length ?? Math.max(0, ...series.map(({ values }) => values.length));
  const window = useMemo(() => {
    const end = Math.max(axis.values ? 0 : 1, length - 1);
    return { from: 0, to: end, end };
  }, [axis, length]);
  return (
    <ChartFrame
      {...others}
      {...{ title, series, window, view, spread }}
      places={axis}
      caption={`${title}, by ${axis.name}`}
      message={series.some(hasFigures) ? null : 'No figures yet.'}
      foot={axis.values ? <p className={styles.axisName}>{axisText}</p> : undefined}
    />
  );
}

function hasFigures({ last, dots }: Series): boolean {
  return last >= 0 || dots.some((single) => single.length > 0);
}
