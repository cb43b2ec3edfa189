/** A sheet of paper and a pen: mouse, finger, pen, or keys that move it, put it down and lift it. */
import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, Ref } from 'react';
import type { Drawing, Point } from '../../../../store/compare/microscope-state.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import styles from './drawing-area.module.css';

/** Of the area's side; the sheet is drawn in hundredths of it. */
const KEY_STEP = 0.04;
const SIDE = 100;

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface DrawingAreaProps {
  readonly drawing: Drawing;
  /** Of the element that says how to draw. */
  readonly helpId: string;
  /** To what takes keys. */
  readonly ref: Ref<HTMLDivElement>;
}

export function DrawingArea({ drawing, helpId, ref }: DrawingAreaProps) {
  const pointer = usePointerPen();
  const { pen, isDown, moveByKey, lift } = useKeyboardPen();
  return (
    <div className={styles.place}>
      {/* An application takes keys and pointers itself. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions */}
      <div
        ref={ref}
        className={styles.area}
        role="application"
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Draw a digit here"
        aria-describedby={helpId}
        onKeyDown={moveByKey}
        onBlur={lift}
        {...pointer}
      >
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} aria-hidden="true" focusable="false">
          {drawing.map((stroke, index) => (
            <path key={index} className={styles.ink} d={pathOf(stroke)} />
          ))}
          <circle
            className={styles.pen}
            data-down={isDown}
            cx={pen.x * SIDE}
            cy={pen.y * SIDE}
            r="5"
          />
        </svg>
        {drawing.length === 0 && (
          <span className={styles.invitation} aria-hidden="true">
            Draw a digit, 0 to 9
          </span>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {isDown ? 'Pen down' : 'Pen up'}
      </p>
    </div>
  );
}

function pathOf(stroke: readonly Point[]): string {
  const [first] = stroke;
  // A path of one point is drawn as a dot where it goes to itself.
  const points = stroke.length === 1 && first ? [first, first] : stroke;
  return `M${points.map(({ x, y }) => `${(x * SIDE).toFixed(2)} ${(y * SIDE).toFixed(2)}`).join('L')}`;
}

/** Handlers of the area for whatever points. */
function usePointerPen() {
  const startStroke = usePlayground((state) => state.startStroke);
  const extendStroke = usePlayground((state) => state.extendStroke);
  const pressed = useRef<number | null>(null);
  const release = (event: PointerEvent) => {
    if (pressed.current === event.pointerId) pressed.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (pressed.current !== null || event.button !== 0) return;
      pressed.current = event.pointerId;
      // So that a stroke may leave the area and come back.
      event.currentTarget.setPointerCapture(event.pointerId);
      startStroke(pointAt(event));
    },
    onPointerMove: (event: PointerEvent) => {
      if (pressed.current === event.pointerId) extendStroke(pointAt(event));
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}

function pointAt({ clientX, clientY, currentTarget }: PointerEvent): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

function useKeyboardPen() {
  const startStroke = usePlayground((state) => state.startStroke);
  const extendStroke = usePlayground((state) => state.extendStroke);
  const [pen, setPen] = useState<Point>({ x: 0.5, y: 0.2 });
  const [isDown, setDown] = useState(false);
  const moveByKey = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key];
    if (event.key === ' ') {
      if (!isDown) startStroke(pen);
      setDown(!isDown);
    } else if (direction) {
      const moved = {
        x: within(pen.x + direction.x * KEY_STEP),
        y: within(pen.y + direction.y * KEY_STEP),
      };
      setPen(moved);
      if (isDown) extendStroke(moved);
    } else return;
    event.preventDefault();
  };
  return { pen, isDown, moveByKey, lift: () => setDown(false) };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
