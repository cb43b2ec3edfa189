/**
 * The frame that all charts of a run share: title, legend, picture or table. What it shows is told by a
 * Measure, and how by a ChartView. It knows no store; the run is anything shaped like the client's
 * RunHistory.
 */
import { useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ArmStyleInfo } from '../arm-style.ts';
import { ChartFoot } from './chart-frame-foot.tsx';
import { ChartHeader } from './chart-frame-header.tsx';
import type { ChartTabs } from './chart-frame-header.tsx';
import { ChartLegend } from './chart-frame-legend.tsx';
import { ChartPicture } from './chart-frame-picture.tsx';
import { ChartSettings } from './chart-frame-settings.tsx';
import { ChartTable } from './chart-frame-table.tsx';
import { emptyText, isAllZero, tableCaption } from './chart-frame-text.ts';
import { collectSeries } from './data/series-collect.ts';
import { clippedTexts } from './data/series-clipped.ts';
import { linesOnEdge } from './axis/series-log-axis.ts';
import { usePublished } from './data/series-publisher.ts';
import type {
  ChartChange,
  ChartView,
  Measure,
  ReferenceSource,
  RunSource,
  Series,
  TrainingNotes,
} from './data/series-types.ts';
import { axisWindow, epochsOfAxis } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';
import { tabId } from '../controls/tab-list.tsx';
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
  readonly view: ChartView;
  readonly onViewChange: (change: Partial<ChartView>) => void;
  /** The epoch looked back at: what comes after it is drawn faint, best and end are up to it. */
  readonly upTo?: number | null;
  readonly trainingNotes?: TrainingNotes | undefined;
  /** What a reader must know of the chart as a whole. */
  readonly notes?: readonly string[];
  /** Marked on the epochs where they were made. */
  readonly changes?: readonly ChartChange[] | undefined;
  /** An earlier run, drawn beneath. */
  readonly reference?: ReferenceSource<Figure> | null;
  /** The view offers a line against true labels. */
  readonly hasTrueLabels?: boolean;
  /** In place of the title: what else may be shown here. */
  readonly tabs?: ChartTabs | undefined;
  /** A choice of what is drawn, beside its legend. */
  readonly choice?: ReactNode;
  /** What can be done with the run. */
  readonly actions?: ReactNode;
  /** Beneath the axis and as long as it, given the epochs at its ends; see ChartFoot. */
  readonly foot?: ((from: number, to: number) => ReactNode) | undefined;
}

export function ChartFrame<Figure extends string>(props: ChartFrameProps<Figure>) {
  const { title, view, tabs } = props;
  const shown = useSeries(props);
  const [asTable, setAsTable] = useState(false);
  const [titleId, panelId] = [useId(), useId()];
  const settings = (
    <ChartSettings
      {...{ title, view, window: shown.window }}
      onChange={props.onViewChange}
      hasSeeds={shown.series.some(({ columns }) => columns.length > 1)}
      hasTrueLabels={props.hasTrueLabels === true}
    />
  );
  const actions = (
    <>
      {props.actions}
      {settings}
    </>
  );
  return (
    <figure aria-labelledby={titleId} className={styles.frame}>
      <ChartHeader
        {...{ titleId, title, tabs, panelId, actions, asTable }}
        onToggle={() => setAsTable(!asTable)}
      />
      <div
        id={panelId}
        className={styles.body}
        {...(tabs && { role: 'tabpanel', 'aria-labelledby': tabId(panelId, tabs.shown) })}
      >
        <ChartBody {...props} {...shown} asTable={asTable} />
      </div>
    </figure>
  );
}

interface ChartBodyProps extends ChartFrameProps<string> {
  readonly series: readonly Series[];
  readonly window: AxisWindow;
  readonly asTable: boolean;
}

function ChartBody(props: ChartBodyProps) {
  const { title, measure, series, window, view, changes = NO_CHANGES, asTable } = props;
  const { trainingNotes, notes, choice } = props;
  const foot = props.foot?.(...epochsOfAxis(series, window));
  const onEdge = useMemo(
    () => (view.scale === 'log' ? linesOnEdge(series, measure.domain, { window, view }) : NONE),
    [series, measure, window, view],
  );
  const clipped = useMemo(
    () => clippedTexts(series, measure.domain, { window, view }),
    [series, measure, window, view],
  );
  if (asTable)
    return (
      <>
        {choice !== undefined && <p className={styles.legend}>{choice}</p>}
        <ChartTable
          caption={tableCaption(props, series, window, view.unit)}
          {...{ series, measure, window }}
        />
        {foot !== undefined && <ChartFoot layout={null}>{foot}</ChartFoot>}
      </>
    );
  return (
    <>
      <ChartLegend
        {...{
          measure,
          series,
          changes,
          view,
          window,
          trainingNotes,
          notes,
          choice,
          onEdge,
          clipped,
        }}
      />
      <ChartPicture
        {...{ title, changes, measure, view, window, foot }}
        series={isAllZero(measure, series) ? NONE : series}
        message={emptyText(props, series)}
        hasEdge={onEdge.length > 0}
      />
    </>
  );
}

function useSeries<Figure extends string>(props: ChartFrameProps<Figure>) {
  const { history, reference, measure, epochs, view, upTo = null } = props;
  const { unit, from, to } = view;
  const arms = useUnlessSame(props.arms);
  const published = usePublished(history);
  const own = useMemo(
    () => collectSeries(published.lanes, arms, measure, { unit, upTo }),
    [published, arms, measure, unit, upTo],
  );
  const earlier = useMemo(
    () =>
      reference
        ? collectSeries(reference.lanes, reference.arms, measure, { unit, isReference: true })
        : [],
    [reference, measure, unit],
  );
  const series = useMemo(() => [...own, ...earlier], [own, earlier]);
  const window = useMemo(
    () => axisWindow(series, epochs, { from, to }),
    [series, epochs, from, to],
  );
  return { series, window };
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
const NONE: readonly Series[] = [];
