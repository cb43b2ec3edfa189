/** The picture of a chart: measured, scaled, drawn, and made readable by pointer and keyboard. */
import { useMemo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { ChartFoot } from './chart-frame-foot.tsx';
import { chartLayout } from './chart-frame-geometry.ts';
import type { ChartLayout, ChartScale } from './chart-frame-geometry.ts';
import { ChartPlot } from './chart-frame-plot.tsx';
import { PlaceReader } from './chart-frame-reader.tsx';
import { useChartSize } from './chart-frame-size.ts';
import { endTexts, pictureName, predictionText } from './chart-frame-text.ts';
import { widestLabel } from './draw/series-end-labels.ts';
import { valueAxis } from './axis/series-domain.ts';
import { drawSeries } from './draw/series-draw.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import type { LineView } from './data/chart-view.ts';
import type {
  ChartChange,
  MarkedPlace,
  Measure,
  Prediction,
  Series,
  Stretch,
} from './data/series-types.ts';
import type { AxisWindow } from './data/series-window.ts';
import styles from './chart-frame.module.css';

interface ChartPictureProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
  readonly prediction: Prediction | undefined;
  readonly measure: Measure;
  readonly places: PlaceAxis;
  readonly view: LineView;
  readonly window: AxisWindow;
  /** What the spread of a mean is; null: there is none. */
  readonly spread: string | null;
  /** In words, over the picture; null: nothing. */
  readonly message: string | null;
  /** Lines lie on the lower edge that belong below it. */
  readonly hasEdge: boolean;
  /** Beneath the axis; undefined: nothing. */
  readonly foot: ReactNode;
}

export function ChartPicture(props: ChartPictureProps) {
  const { title, series, changes, stretches, marked, measure, places, view, window } = props;
  const { message, hasEdge, foot, prediction } = props;
  const [size, attach] = useChartSize();
  const hasPins = marked.some(({ pin }) => pin !== undefined);
  const layout = useMemo(() => (size ? chartLayout(size, hasPins) : null), [size, hasPins]);
  const scale = useMemo<ChartScale | null>(() => {
    if (!layout) return null;
    const options = { window, view, maxTicks: layout.maxValueTicks };
    return { layout, places, window, axis: valueAxis(series, measure.domain, options) };
  }, [layout, places, series, measure, window, view]);
  const drawn = useMemo(
    () => series.map((one) => drawSeries(one, window, view)),
    [series, window, view],
  );
  const described = useMemo(
    () => [
      ...endTexts(drawn, { measure, places, window }),
      ...(prediction ? [predictionText(prediction, measure)] : []),
    ],
    [drawn, measure, places, window, prediction],
  );
  return (
    <>
      <div ref={attach} className={styles.plot} style={roomForLabels(series)}>
        <LabelRulers measure={measure} series={series} />
        {scale && (
          <>
            <ChartPlot
              name={[pictureName(props), ...described].join('. ')}
              series={drawn}
              {...{ scale, changes, stretches, marked, prediction, measure, places, hasEdge }}
            />
            <PlaceReader
              series={drawn}
              {...{ title, places, scale, changes, stretches, marked, measure }}
            />
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
  const labelled = series.filter(
    ({ isMain, isReference, owner }) => isMain && !isReference && owner.isMinor !== true,
  );
  return { '--labels': labelled.length };
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
function LabelRulers({ measure, series }: Pick<ChartPictureProps, 'measure' | 'series'>) {
  const labels = series.flatMap(({ owner }) => (owner.isMinor === true ? [] : [owner.label]));
  return [false, true].map((narrow) => (
    <span key={String(narrow)} className={styles.ruler} aria-hidden="true">
      {/* With the point of a figure that has one digit more. */}
      {`${widestLabel(measure, narrow, labels)}.`}
    </span>
  ));
}
