/** The frame of a picture with two axes: what is drawn fills it, numbers stand below and to the left. */
import type { CSSProperties, ReactNode } from 'react';
import styles from './plot-frame.module.css';

export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** How its numbers are written; by default as they are. */
  readonly text?: (value: number) => string;
}

interface PlotFrameProps {
  readonly x: Axis;
  readonly y: Axis;
  /** Width over height; absent: as high as the place around it. */
  readonly aspect?: number;
  /** Layers that fill the frame. */
  readonly children: ReactNode;
}

const MOST_TICKS = 5;
const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50];

export function PlotFrame({ x, y, aspect, children }: PlotFrameProps) {
  const shape: CSSProperties = aspect === undefined ? { height: '100%' } : { aspectRatio: aspect };
  return (
    <div className={styles.frame} style={aspect === undefined ? shape : undefined}>
      <div className={styles.plot} style={shape}>
        <div className={styles.layers}>{children}</div>
        <div className={styles.x} aria-hidden="true">
          {ticksOf(x).map((value) => (
            <span key={value} style={{ left: percentAt(x, value) }}>
              {(x.text ?? tickText)(value)}
            </span>
          ))}
          <i>{x.name}</i>
        </div>
        <div className={styles.y} aria-hidden="true">
          {ticksOf(y).map((value) => (
            <span key={value} style={{ bottom: percentAt(y, value) }}>
              {(y.text ?? tickText)(value)}
            </span>
          ))}
          <i>{y.name}</i>
        </div>
      </div>
    </div>
  );
}

/** Round numbers of the axis. */
export function ticksOf({ from, to }: Pick<Axis, 'from' | 'to'>): number[] {
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? (to - from) / 2;
  const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
  // Without −0 and floating-point dust.
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(6)),
  );
}

function percentAt({ from, to }: Axis, value: number): string {
  return `${((100 * (value - from)) / (to - from)).toFixed(2)}%`;
}

function tickText(value: number): string {
  return String(value).replace('-', '−');
}
