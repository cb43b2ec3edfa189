/** Notes on places of the axis: a stretch is shaded, a single place has a dotted rule, and each has a word. */
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
      {marked.map((one, index) => {
        const { at, pin, label } = one;
        if (pin === undefined) return <MarkedRule key={`${label} ${at}`} {...one} scale={scale} />;
        const before = marked.slice(0, index).filter((other) => other.at === at).length;
        return <Pin key={label} {...{ scale, at, label, pin, before }} />;
      })}
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

/** "axis from 60 %", of the size of type. */
const CUT_NOTE_WIDTH = 7.5;

function noteY({ layout: { top, bottom, fontSize } }: ChartScale, labelAt: Stretch['labelAt']) {
  return labelAt === 'top' ? top + fontSize : bottom - 0.5 * fontSize;
}

function MarkedRule({ scale, at, label, labelAt }: MarkedPlace & { readonly scale: ChartScale }) {
  const { right, top, bottom, fontSize } = scale.layout;
  const x = axisX(scale, at);
  const isBeside = x + (0.4 + 0.55 * label.length) * fontSize < right - CUT_NOTE_WIDTH * fontSize;
  const y = noteY(scale, labelAt) - (isBeside || labelAt === 'top' ? 0 : roomOfCutNote(scale));
  return (
    <g data-marked={label}>
      <path d={`M${x},${top}V${bottom}`} className={styles.markedRule} />
      <text x={x + 0.4 * fontSize} y={y} className={styles.noteText}>
        {label}
      </text>
    </g>
  );
}

interface PinProps {
  readonly scale: ChartScale;
  readonly at: number;
  readonly label: string;
  readonly pin: string;
  /** Pins at the same place stand beside each other. */
  readonly before: number;
}

function Pin({ scale, at, label, pin, before }: PinProps) {
  const { top, bottom, fontSize } = scale.layout;
  const x = axisX(scale, at);
  const radius = PIN_RADIUS * fontSize;
  const y = top - 1.15 * fontSize;
  const middle = x + 2.2 * radius * before;
  return (
    <g data-marked={label}>
      {before === 0 && <path d={`M${x},${y + radius}V${bottom}`} className={styles.markedRule} />}
      <circle cx={middle} cy={y} r={radius} className={styles.pin} />
      <text x={middle} y={y} dy="0.35em" textAnchor="middle" className={styles.pinText}>
        {pin}
      </text>
    </g>
  );
}

/** Of the size of type. */
const PIN_RADIUS = 0.75;
