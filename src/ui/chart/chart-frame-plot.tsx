/**
 * The drawn chart: Recharts' grid, axes and lines, and in the same svg our own marks and labels. It
 * knows nothing of pointers; reading it redraws only its ReadingRule.
 */
import { memo, useId } from 'react';
import { LineChart } from 'recharts';
import { cutText } from './axis/series-cut.ts';
import { ChartAxes } from './chart-frame-axes.tsx';
import { LinesBeneath } from './chart-frame-beneath.tsx';
import { ChangeRules } from './chart-frame-changes.tsx';
import type { ChartLayout, ChartScale } from './chart-frame-geometry.ts';
import { EndLabels } from './chart-frame-labels.tsx';
import { SeriesLines } from './chart-frame-lines.tsx';
import { SeriesMarks } from './chart-frame-marks.tsx';
import { SpreadBars } from './chart-frame-bars.tsx';
import { PlaceNotes } from './chart-frame-notes.tsx';
import { PredictedArea, PredictionLabel } from './chart-frame-prediction.tsx';
import { ReadingRule } from './chart-frame-rule.tsx';
import type { PlaceAxis } from './axis/place-axis.ts';
import type {
  ChartChange,
  DrawnSeries,
  MarkedPlace,
  Measure,
  Prediction,
  Stretch,
} from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface ChartPlotProps {
  /** What the picture is, for those who do not see it. */
  readonly name: string;
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly changes: readonly ChartChange[];
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
  readonly prediction: Prediction | undefined;
  readonly measure: Measure;
  readonly places: PlaceAxis;
  /** Lines lie on the lower edge that belong below it. */
  readonly hasEdge: boolean;
}

function ChartPlotView(props: ChartPlotProps) {
  const { name, scale, series, changes, stretches, marked, measure, places, hasEdge } = props;
  const { prediction } = props;
  const { layout, axis, window } = scale;
  const clipId = useId();
  const cut = cutText(axis, measure.formatTick);
  return (
    <LineChart
      width={layout.width}
      height={layout.height}
      margin={layout.margin}
      accessibilityLayer={false}
      role="img"
      aria-label={cut === null ? name : `${name}. ${cut.replace('axis', 'Axis')}`}
      className={styles.picture ?? ''}
      style={OUT_OF_FLOW}
    >
      <PlotClip id={clipId} layout={layout} />
      <ChartAxes
        {...axis}
        {...{ layout, places, hasEdge }}
        from={window.from}
        to={window.to}
        formatTick={measure.formatTick}
      />
      <PlaceNotes {...{ scale, stretches, marked }} />
      {prediction && <PredictedArea {...{ scale, prediction }} />}
      <ChangeRules {...{ scale, series, changes }} />
      <LinesBeneath {...{ scale, series, clipId }} />
      <SeriesLines {...{ scale, series, clipId }} />
      <SpreadBars {...{ scale, series, clipId }} />
      <SeriesMarks {...{ scale, series }} />
      {prediction && <PredictionLabel {...{ scale, prediction, series }} />}
      {cut !== null && <CutNote text={cut} layout={layout} />}
      <EndLabels {...{ scale, series, measure }} />
      <ReadingRule {...{ scale, series, places }} />
    </LineChart>
  );
}

/** At the lower right, where curves seldom are: they come in from the lower left. */
function CutNote({ text, layout }: { readonly text: string; readonly layout: ChartLayout }) {
  const { right, bottom, fontSize } = layout;
  return (
    <text x={right} y={bottom - 0.45 * fontSize} textAnchor="end" className={styles.cutNote}>
      {text}
    </text>
  );
}

/** Recharts puts it into the flow by an inline style, which no style sheet outdoes. */
const OUT_OF_FLOW = { position: 'absolute' } as const;

export const ChartPlot = memo(ChartPlotView);

/** Room for half a stroke, which would otherwise be cut off at 0 and at 100 %. */
const SLACK = 3;

function PlotClip({ id, layout }: { readonly id: string; readonly layout: ChartLayout }) {
  const { left, right, top, bottom } = layout;
  return (
    <clipPath id={id}>
      <rect
        x={left}
        y={top - SLACK}
        width={right - left + SLACK}
        height={bottom - top + 2 * SLACK}
      />
    </clipPath>
  );
}
