/** What is said of places of the axis: a stretch is shaded, a single place has a dotted rule; both have a word. */
import { axisX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { MarkedPlace, Stretch } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface PlaceNotesProps {
  readonly scale: ChartScale;
  readonly stretches: readonly Stretch[];
  readonly marked: readonly MarkedPlace[];
}

export function PlaceNotes({ scale, stretches, marked }: PlaceNotesProps) {
  return (
    <>
      {stretches.map((stretch) => (
        <ShadedStretch key={`${stretch.label} ${stretch.from}`} {...{ scale, stretch }} />
      ))}
      {marked.map((one) => (
        <MarkedRule key={`${one.label} ${one.at}`} {...one} scale={scale} />
      ))}
    </>
  );
}

function ShadedStretch({ scale, stretch }: { scale: ChartScale; stretch: Stretch }) {
  const { left, right, top, bottom, fontSize } = scale.layout;
  const { from, to, label, labelAt } = stretch;
  // As far as halfway to the next place, or to the end of the axis.
  const start = Math.max(left, (axisX(scale, from - 1) + axisX(scale, from)) / 2);
  const end = Math.min(right, (axisX(scale, to) + axisX(scale, to + 1)) / 2);
  const isLeft = from === 0;
  return (
    <g data-stretch={label}>
      <rect
        x={start}
        y={top}
        width={Math.max(0, end - start)}
        height={bottom - top}
        className={styles.stretch}
      />
      <text
        x={isLeft ? start + 0.4 * fontSize : end - 0.4 * fontSize}
        y={noteY(scale, labelAt) - (isLeft || labelAt === 'top' ? 0 : roomOfCutNote(scale))}
        textAnchor={isLeft ? 'start' : 'end'}
        className={styles.noteText}
      >
        {label}
      </text>
    </g>
  );
}

/** That the axis does not begin at 0 is said at the lower right (chart-frame-plot.tsx). */
function roomOfCutNote({ axis: { scale, low }, layout: { fontSize } }: ChartScale): number {
  return scale === 'linear' && low > 0 ? 1.2 * fontSize : 0;
}

function noteY({ layout: { top, bottom, fontSize } }: ChartScale, labelAt: Stretch['labelAt']) {
  return labelAt === 'top' ? top + fontSize : bottom - 0.5 * fontSize;
}

function MarkedRule({ scale, at, label, labelAt }: MarkedPlace & { readonly scale: ChartScale }) {
  const { top, bottom, fontSize } = scale.layout;
  const x = axisX(scale, at);
  return (
    <g data-marked={label}>
      <path d={`M${x},${top}V${bottom}`} className={styles.markedRule} />
      <text x={x + 0.4 * fontSize} y={noteY(scale, labelAt)} className={styles.noteText}>
        {label}
      </text>
    </g>
  );
}
