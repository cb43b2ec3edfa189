/**
 * The frame that all charts of a run share: title, legend, picture or table. What it shows is told by a
 * Measure. It knows no store; the run is anything shaped like the client's RunHistory.
 */
import { useId, useMemo, useState } from 'react';
import type { ArmStyleInfo } from './arm-style.ts';
import { chartLayout } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { ChartHeader } from './chart-frame-header.tsx';
import { ChartPlot } from './chart-frame-plot.tsx';
import { EpochReader } from './chart-frame-reader.tsx';
import { useChartSize } from './chart-frame-size.ts';
import { ChartTable } from './chart-frame-table.tsx';
import { collectSeries, lastEpoch } from './series-collect.ts';
import { changedText, endLabelText, restoredText } from './series-describe.ts';
import { valueAxis } from './series-domain.ts';
import { usePublished } from './series-publisher.ts';
import type { ChartChange, Measure, RunSource, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

export interface ChartFrameProps<Figure extends string> {
  /** Also the accessible name of the figure. */
  readonly title: string;
  readonly history: RunSource<Figure> | null;
  readonly measure: Measure<Figure>;
  /** Lines in this order. */
  readonly arms: readonly ArmStyleInfo[];
  /** Length of the run: the curves grow into it. */
  readonly epochs: number;
  /** How the training line is measured, said in the legend after a comma, where there is room. */
  readonly trainingNote?: string | undefined;
  /** Marked on the epochs where they were made. */
  readonly changes?: readonly ChartChange[] | undefined;
  /** In place of the curves before there is a run. */
  readonly emptyMessage?: string | undefined;
}

export function ChartFrame<Figure extends string>(props: ChartFrameProps<Figure>) {
  const { title, history, measure, epochs, changes = NO_CHANGES } = props;
  const arms = useUnlessSame(props.arms);
  const [asTable, setAsTable] = useState(false);
  const titleId = useId();
  const published = usePublished(history);
  const series = useMemo(
    () => collectSeries(published.lanes, arms, measure),
    [published, arms, measure],
  );
  return (
    <figure aria-labelledby={titleId} className={styles.frame}>
      <ChartHeader
        {...{ titleId, title, asTable }}
        note={props.trainingNote}
        onToggle={() => setAsTable(!asTable)}
      />
      {asTable ? (
        <ChartTable caption={tableCaption(props, series)} {...{ series, measure }} />
      ) : (
        <Picture
          {...{ title, series, changes, measure, epochs }}
          message={message(props, series)}
        />
      )}
    </figure>
  );
}

/** The array of before if the new one says the same, so that nothing is drawn anew for it. */
function useUnlessSame(arms: readonly ArmStyleInfo[]): readonly ArmStyleInfo[] {
  const [kept, setKept] = useState(arms);
  const same =
    kept.length === arms.length &&
    kept.every(({ armId, name }, i) => armId === arms[i]?.armId && name === arms[i].name);
  if (!same) setKept(arms);
  return same ? kept : arms;
}

const NO_CHANGES: readonly ChartChange[] = [];

function tableCaption(
  { title, trainingNote, changes = NO_CHANGES }: ChartFrameProps<string>,
  series: readonly Series[],
): string {
  const note = trainingNote === undefined ? '' : `, ${trainingNote}`;
  const caption = `${title} after each epoch; training measured with dropout off${note}`;
  return [caption, ...eventsOfRun(series, changes)].join('. ');
}

function eventsOfRun(series: readonly Series[], changes: readonly ChartChange[]): string[] {
  const restored = series.filter((one) => one.restored >= 0);
  return [...restored.map(restoredText), ...changes.map(changedText)];
}

function message(
  { history, emptyMessage }: ChartFrameProps<string>,
  series: readonly Series[],
): string | null {
  if (!history) return emptyMessage ?? 'Press Train to see the curves grow.';
  const latest = lastEpoch(series);
  if (latest < 0) return 'Measuring the untrained networks…';
  return latest === 0 ? 'Epoch 0: the untrained networks' : null;
}

interface PictureProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly measure: Measure<string>;
  readonly epochs: number;
  readonly message: string | null;
}

function Picture({ title, series, changes, measure, epochs, message: text }: PictureProps) {
  const [size, attach] = useChartSize();
  const layout = useMemo(() => (size ? chartLayout(size) : null), [size]);
  const scale = useMemo<ChartScale | null>(() => {
    if (!layout) return null;
    const axis = valueAxis(series, measure.domain, layout.maxValueTicks);
    return { layout, axis, epochs: Math.max(1, epochs, lastEpoch(series)) };
  }, [layout, series, measure, epochs]);
  return (
    <div ref={attach} className={styles.plot}>
      <LabelRulers measure={measure} />
      {scale && (
        <>
          <ChartPlot
            name={pictureName(measure, series, changes)}
            {...{ scale, series, changes, measure }}
          />
          <EpochReader {...{ title, scale, series, changes, measure }} />
        </>
      )}
      {text !== null && <p className={styles.message}>{text}</p>}
    </div>
  );
}

/** The widest labels there may be, unseen; useChartSize measures them. */
function LabelRulers({ measure }: { readonly measure: Measure<string> }) {
  return [false, true].map((narrow) => (
    <span key={String(narrow)} className={styles.ruler} aria-hidden="true">
      {endLabelText('A', 'training', measure.formatShort(measure.widest, narrow))}
    </span>
  ));
}

function pictureName(
  measure: Measure<string>,
  series: readonly Series[],
  changes: readonly ChartChange[],
): string {
  const names = [...new Set(series.map(({ arm }) => arm.name))];
  const whose = names.length === 0 ? 'no run yet' : names.join('; ');
  const lines = `Lines of ${measure.noun} by epoch: ${whose}`;
  return [lines, ...eventsOfRun(series, changes)].join('. ');
}
