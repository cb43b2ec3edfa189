/** The picture of a chart: measured, scaled, drawn, and made readable by pointer and keyboard. */
import { useMemo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { ChartFoot } from './chart-frame-foot.tsx';
import { chartLayout } from './chart-frame-geometry.ts';
import type { ChartLayout, ChartScale } from './chart-frame-geometry.ts';
import { ChartPlot } from './chart-frame-plot.tsx';
import { PlaceReader } from './chart-frame-reader.tsx';
import { useChartSize } from './chart-frame-size.ts';
import { pictureName } from './chart-frame-text.ts';
import { widestLabel } from './draw/series-end-labels.ts';
import { valueAxis } from './axis/series-domain.ts';
import { drawSeries } from './draw/series-draw.ts';
import type { ChartChange, ChartView, Measure, Series } from './data/series-types.ts';
import type { AxisWindow } from './data/series-window.ts';
import styles from './chart-frame.module.css';

interface ChartPictureProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly measure: Measure<string>;
  readonly view: ChartView;
  readonly window: AxisWindow;
  /** In words, over the picture; null: nothing. */
  readonly message: string | null;
  /** Lines lie on the lower edge that belong below it. */
  readonly hasEdge: boolean;
  /** Beneath the axis; undefined: nothing. */
  readonly foot: ReactNode;
}

export function ChartPicture(props: ChartPictureProps) {
  const { title, series, changes, measure, view, window, message, hasEdge, foot } = props;
  const { unit } = view;
  const [size, attach] = useChartSize();
  const layout = useMemo(() => (size ? chartLayout(size) : null), [size]);
  const scale = useMemo<ChartScale | null>(() => {
    if (!layout) return null;
    const options = { window, view, maxTicks: layout.maxValueTicks };
    return { layout, window, axis: valueAxis(series, measure.domain, options) };
  }, [layout, series, measure, window, view]);
  const drawn = useMemo(
    () => series.map((one) => drawSeries(one, window, view)),
    [series, window, view],
  );
  return (
    <>
      <div ref={attach} className={styles.plot} style={roomForLabels(series)}>
        <LabelRulers measure={measure} />
        {scale && (
          <>
            <ChartPlot
              name={pictureName(measure, unit, { series, changes })}
              series={drawn}
              {...{ scale, changes, measure, unit, hasEdge }}
            />
            <PlaceReader series={drawn} {...{ title, unit, scale, changes, measure }} />
          </>
        )}
        {message !== null && <Message text={message} beside={drawn.length > 0 ? layout : null} />}
      </div>
      {foot !== undefined && <ChartFoot layout={layout}>{foot}</ChartFoot>}
    </>
  );
}

/** The least number of labels, one for each main line: the style sheet leaves room for them. */
function roomForLabels(series: readonly Series[]): CSSProperties & Record<string, number> {
  return { '--labels': series.filter(({ isMain, isReference }) => isMain && !isReference).length };
}

interface MessageProps {
  readonly text: string;
  /** The labels of the first points stand at the axis already; null: there are none. */
  readonly beside: ChartLayout | null;
}

function Message({ text, beside }: MessageProps) {
  if (!beside) return <p className={styles.message}>{text}</p>;
  const left = beside.left + beside.margin.right;
  // Where few words would fill the chart, the axis and its points speak for themselves.
  const hasRoom = beside.width - left >= LEAST_MESSAGE * beside.fontSize;
  return (
    <p className={hasRoom ? styles.message : 'visually-hidden'} style={{ left }}>
      {text}
    </p>
  );
}

/** The width of a message, of the size of type. */
const LEAST_MESSAGE = 12;

/** The widest labels there may be, unseen; useChartSize measures them. */
function LabelRulers({ measure }: { readonly measure: Measure<string> }) {
  return [false, true].map((narrow) => (
    <span key={String(narrow)} className={styles.ruler} aria-hidden="true">
      {/* With the point of a figure that has one digit more. */}
      {`${widestLabel(measure, narrow)}.`}
    </span>
  ));
}
