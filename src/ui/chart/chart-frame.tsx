/**
 * The frame that all charts share: title, legend, picture or table. Its lines are Series, its horizontal axis a
 * PlaceAxis; what they show is told by a Measure, and how by a LineView. It knows no store and no run.
 */
import { useId, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { PlaceAxis } from './axis/place-axis.ts';
import { linesOnEdge } from './axis/series-log-axis.ts';
import { ChartFoot } from './chart-frame-foot.tsx';
import { ChartHeader } from './chart-frame-header.tsx';
import type { ChartTabs } from './chart-frame-header.tsx';
import { ChartLegend } from './chart-frame-legend.tsx';
import { ChartPicture } from './chart-frame-picture.tsx';
import { ChartTable } from './chart-frame-table.tsx';
import { isAllZero, tableCaption } from './chart-frame-text.ts';
import type { LineView } from './data/chart-view.ts';
import { clippedTexts } from './data/series-clipped.ts';
import type {
  ChartChange,
  MarkedPlace,
  Measure,
  Prediction,
  Series,
  Stretch,
  TrainingNotes,
} from './data/series-types.ts';
import type { AxisWindow } from './data/series-window.ts';
import { SavePicture } from '../picture-file/save-picture.tsx';
import { tabId } from '../controls/tab-list.tsx';
import styles from './chart-frame.module.css';

/** What may stand around the lines of any chart. */
export interface ChartSurroundings {
  /** What a reader must know of the chart as a whole. */
  readonly notes?: readonly string[] | undefined;
  /** In place of the title: what else may be shown here. */
  readonly tabs?: ChartTabs | undefined;
  /** A choice of what is drawn, beside its legend. */
  readonly choice?: ReactNode;
  /** What can be done with what is shown. */
  readonly actions?: ReactNode;
  readonly marked?: readonly MarkedPlace[] | undefined;
  readonly prediction?: Prediction | undefined;
}

interface ChartFrameProps extends ChartSurroundings {
  /** Also the accessible name of the figure, unless it has another. */
  readonly title: string;
  /** Of the figure, where its title says more than which one it is. */
  readonly name?: string | undefined;
  readonly places: PlaceAxis;
  readonly series: readonly Series[];
  readonly window: AxisWindow;
  readonly measure: Measure;
  readonly view: LineView;
  /** What its table is of, "Accuracy after each epoch". */
  readonly caption: string;
  /** Over the picture; null: its lines speak for themselves. */
  readonly message: string | null;
  /** What the spread of a mean is, "standard deviation over 5 seeds"; null: there is none. */
  readonly spread: string | null;
  /** What the dots are; null: there are none. */
  readonly dots?: string | null | undefined;
  readonly trainingNotes?: TrainingNotes | undefined;
  /** Marked where they were made. */
  readonly changes?: readonly ChartChange[] | undefined;
  readonly stretches?: readonly Stretch[] | undefined;
  /** Beneath the axis and as long as it; see ChartFoot. */
  readonly foot?: ReactNode;
}

export function ChartFrame(props: ChartFrameProps) {
  const { title, name, tabs, actions } = props;
  const [asTable, setAsTable] = useState(false);
  const [titleId, panelId] = [useId(), useId()];
  const body = useRef<HTMLDivElement>(null);
  return (
    <figure
      {...(name === undefined ? { 'aria-labelledby': titleId } : { 'aria-label': name })}
      className={styles.frame}
    >
      <ChartHeader
        {...{ titleId, title, tabs, panelId, asTable }}
        actions={
          <>
            {actions}
            {!asTable && <SavePicture title={title} picture={body} />}
          </>
        }
        onToggle={() => setAsTable(!asTable)}
      />
      <div
        id={panelId}
        ref={body}
        className={styles.body}
        {...(tabs && { role: 'tabpanel', 'aria-labelledby': tabId(panelId, tabs.shown) })}
      >
        <ChartBody {...props} asTable={asTable} />
      </div>
    </figure>
  );
}

interface ChartBodyProps extends ChartFrameProps {
  readonly asTable: boolean;
}

function ChartBody(props: ChartBodyProps) {
  const { title, places, measure, series, window, view, asTable } = props;
  const { trainingNotes, notes, choice, caption, message, spread, dots = null, foot } = props;
  const { changes = NO_CHANGES, stretches = NO_STRETCHES, marked = NONE_MARKED } = props;
  const { prediction } = props;
  const onEdge = useMemo(
    () => (view.scale === 'log' ? linesOnEdge(series, measure.domain, { window, view }) : NONE),
    [series, measure, window, view],
  );
  const clipped = useMemo(
    () => clippedTexts(series, measure.domain, { window, view }),
    [series, measure, window, view],
  );
  const told = { measure, places, series, changes, stretches, marked, spread };
  if (asTable)
    return (
      <>
        {choice !== undefined && <p className={styles.legend}>{choice}</p>}
        <ChartTable
          caption={tableCaption(caption, notes ?? [], told)}
          {...{ series, measure, places, window }}
        />
        {foot !== undefined && <ChartFoot layout={null}>{foot}</ChartFoot>}
      </>
    );
  return (
    <>
      <ChartLegend
        {...{ ...told, dots, view, window, trainingNotes, notes, choice, onEdge, clipped }}
      />
      <ChartPicture
        {...{ ...told, title, view, window, message, foot, prediction }}
        series={isAllZero(measure, series) ? NONE : series}
        hasEdge={onEdge.length > 0}
      />
    </>
  );
}

const NO_CHANGES: readonly ChartChange[] = [];
const NO_STRETCHES: readonly Stretch[] = [];
const NONE_MARKED: readonly MarkedPlace[] = [];
const NONE: readonly Series[] = [];
