/** What the lines, bands and marks of a chart mean, and how it is looked at. Only what is there is named. */
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { endPath } from './chart-frame-marks.tsx';
import { equalOwnersTexts } from './data/series-equal.ts';
import { sampleDash } from './draw/series-look.ts';
import { markerPath } from './draw/series-marker.ts';
import { lineNames } from './data/series-names.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import type { LineView } from './data/chart-view.ts';
import type { ChartChange, Measure, Series, TrainingNotes } from './data/series-types.ts';
import { isWhole } from './data/series-window.ts';
import type { AxisWindow } from './data/series-window.ts';
import { Term } from '../words/term.tsx';
import styles from './chart-frame.module.css';

interface ChartLegendProps {
  readonly measure: Measure;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
  readonly places: PlaceAxis;
  readonly view: LineView;
  readonly window: AxisWindow;
  /** What the spread of a mean is; null: there is none. */
  readonly spread: string | null;
  /** What the dots are; null: there are none. */
  readonly dots: string | null;
  readonly trainingNotes: TrainingNotes | undefined;
  /** Of the chart as a whole. */
  readonly notes?: readonly string[] | undefined;
  /** Of what is drawn, where there is one. */
  readonly choice: ReactNode;
  /** The lines on the lower edge of a log axis that belong below it. */
  readonly onEdge: readonly Series[];
  /** What a linear axis leaves out, in words. */
  readonly clipped: readonly string[];
}

export function ChartLegend(props: ChartLegendProps) {
  const { measure, series, spread, dots, notes = [], choice, clipped } = props;
  const [main] = measure.lines;
  return (
    <ul className={styles.legend}>
      {measure.lines.map(({ name, legend, look, points, hasNoLine = false }) => (
        <Entry
          key={name}
          sample={
            hasNoLine ? (
              <Sample d={CIRCLE} filled={points === 'filled'} hollow={points === 'hollow'} />
            ) : (
              <LineSample dash={sampleDash(look)} />
            )
          }
        >
          <Term>{legend}</Term>
          {look === 'dashed' && props.trainingNotes && <HowMeasured notes={props.trainingNotes} />}
        </Entry>
      ))}
      {choice !== undefined && <Entry>{choice}</Entry>}
      {measure.best !== null && <Entry sample={<Sample d={CIRCLE} hollow />}>best</Entry>}
      {spread !== null && (
        <Entry sample={main?.hasBars === true ? <BarSample /> : <BandSample />}>
          {/* An element of its own, so that the space before it is. */}
          <>{main?.hasBars === true ? `± ${spread}` : spread}</>
        </Entry>
      )}
      {dots !== null && <Entry sample={<Sample d={CIRCLE} filled faint />}>{dots}</Entry>}
      <MarkEntries {...props} />
      {series.some(({ isReference }) => isReference) && (
        <Entry sample={<LineSample className={styles.reference} />}>reference</Entry>
      )}
      <Notes texts={[...equalOwnersTexts(series), ...clipped, ...notes]} />
      <Notes texts={viewNotes(props)} isOn />
    </ul>
  );
}

interface NotesProps {
  readonly texts: readonly string[];
  /** Something is switched on. */
  readonly isOn?: boolean;
}

/** On a line of their own, which breaks where it must: they may be long. */
function Notes({ texts, isOn = false }: NotesProps) {
  if (texts.length === 0) return null;
  return <li className={isOn ? styles.viewNotes : styles.notes}>{texts.join('; ')}</li>;
}

function HowMeasured({ notes }: { readonly notes: TrainingNotes }) {
  return (
    <span className={styles.measured}>
      {notes.always.map((note) => (
        <Fragment key={note}>
          , <Term>{note}</Term>
        </Fragment>
      ))}
      {notes.withRoom !== '' && <span className={styles.note}>{notes.withRoom}</span>}
    </span>
  );
}

function MarkEntries({ series, changes }: Pick<ChartLegendProps, 'series' | 'changes'>) {
  const ends = new Set(
    series.flatMap(({ stopped, partings }) => [stopped, ...partings.map(({ kind }) => kind)]),
  );
  return (
    <>
      {series.some(({ restored }) => restored.length > 0) && (
        <Entry sample={<Sample d={CIRCLE} filled />}>restored</Entry>
      )}
      {ends.has('stoppedEarly') && (
        <Entry sample={<Sample d={endPath('stoppedEarly', 3.5)} />}>stopped early</Entry>
      )}
      {ends.has('diverged') && (
        <Entry sample={<Sample d={endPath('diverged', 4)} />}>diverged</Entry>
      )}
      {changes.length > 0 && <Entry sample={<LineSample dash="1 2" isUpright />}>changed</Entry>}
    </>
  );
}

/**
 * Notes on how this view differs from a chart's first one, so that nobody takes what is drawn for the figures
 * themselves.
 */
function viewNotes(props: ChartLegendProps): readonly string[] {
  const { view, places, window, onEdge } = props;
  return [
    ...(view.smoothing > 0 ? [`smoothed ${view.smoothing}, raw lines faint`] : []),
    ...(view.scale === 'log' ? ['log axis'] : []),
    ...(onEdge.length > 0
      ? [`at the lower edge, as 0 has no logarithm: ${lineNames(onEdge)}`]
      : []),
    ...(isWhole(window) ? [] : [`${places.manyPlaces} ${window.from} to ${window.to} only`]),
  ];
}

interface EntryProps {
  readonly sample?: ReactNode;
  readonly children: ReactNode;
}

function Entry({ sample, children }: EntryProps) {
  return (
    <li>
      {sample}
      {sample !== undefined && ' '}
      {children}
    </li>
  );
}

interface LineSampleProps {
  readonly dash?: string | undefined;
  readonly isUpright?: boolean;
  readonly className?: string | undefined;
}

function LineSample({ dash, isUpright = false, className }: LineSampleProps) {
  return (
    <svg viewBox="0 0 16 8" className={styles.sample} aria-hidden="true">
      <path d={isUpright ? 'M8,0V8' : 'M0,4H16'} strokeDasharray={dash} className={className} />
    </svg>
  );
}

function BarSample() {
  return (
    <svg viewBox="0 0 16 8" className={styles.sample} aria-hidden="true">
      <path d="M5,0.5H11M5,7.5H11M8,0.5V7.5" />
    </svg>
  );
}

function BandSample() {
  return (
    <svg viewBox="0 0 16 8" className={styles.sample} aria-hidden="true">
      <rect width="16" height="8" fill="currentColor" className={styles.band} />
      <path d="M0,4H16" />
    </svg>
  );
}

const CIRCLE = markerPath('circle', 3.2);

interface SampleProps {
  readonly d: string;
  readonly hollow?: boolean;
  readonly filled?: boolean;
  readonly faint?: boolean;
}

function Sample({ d, hollow = false, filled = false, faint = false }: SampleProps) {
  const fill = hollow ? 'var(--surface)' : filled ? 'currentColor' : 'none';
  return (
    <svg viewBox="-5 -4 10 8" className={styles.markSample} aria-hidden="true">
      <path d={d} fill={fill} {...(faint && { className: styles.dots })} />
    </svg>
  );
}
