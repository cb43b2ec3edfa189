/** The picture of a sketch, in which it is drawn by dragging; what was measured lies over it once it is known. */
import { useRef } from 'react';
import type { PointerEvent } from 'react';
import type { AnswerValue, SketchForm } from '../lesson/question.ts';
import {
  EDGE,
  FOOT,
  HEIGHT,
  LEFT,
  SketchAxes,
  sketchScale,
  VIEW_BOX,
  WIDTH,
  within,
} from './sketch-axes.tsx';
import { roundTo, sketchedValues } from './sketch-values.ts';
import styles from './sketch-field.module.css';

interface SketchDrawingProps {
  readonly form: SketchForm;
  readonly given: AnswerValue | undefined;
  readonly measured: readonly number[] | null;
  /** Absent: nothing can be drawn any more. */
  readonly take?: (value: AnswerValue) => void;
}

/** Hidden from screen readers: the sliders, and later the table, say all of it. */
export function SketchDrawing({ form, given, measured, take }: SketchDrawingProps) {
  const { places, min, max, step } = form;
  const drawing = useRef<SVGSVGElement>(null);
  const values = sketchedValues(form, given);
  const isDrawn = given !== undefined;
  const { x, y } = sketchScale(form);
  const drag = ({ clientX, clientY, buttons, type }: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    if (!take || !box || (type === 'pointermove' && buttons === 0)) return;
    const across = ((clientX - box.left) / box.width) * WIDTH;
    const down = ((clientY - box.top) / box.height) * HEIGHT;
    const share = 1 - (down - EDGE) / (HEIGHT - EDGE - FOOT);
    const nearest = Math.floor(((across - LEFT) / (WIDTH - LEFT - EDGE)) * places.length);
    const place = within(nearest, 0, places.length - 1);
    const value = roundTo(within(min + share * (max - min), min, max), step);
    take(values.map((before, at) => (at === place ? value : before)));
  };
  const points = (of: readonly number[]) => of.map((v, at) => `${x(at)},${y(v)}`).join(' ');
  return (
    <figure className={styles.figure} aria-hidden="true">
      <svg
        ref={drawing}
        className={styles.drawing}
        viewBox={VIEW_BOX}
        data-open={take !== undefined}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
      >
        <SketchAxes form={form} />
        {isDrawn && <polyline points={points(values)} className={styles.given} />}
        {values.map((value, at) => (
          <circle
            key={places[at]}
            cx={x(at)}
            cy={y(value)}
            r="5"
            className={styles.point}
            data-drawn={isDrawn}
          />
        ))}
        {measured && <polyline points={points(measured)} className={styles.measured} />}
      </svg>
      <figcaption className={styles.axis}>{form.axis}</figcaption>
    </figure>
  );
}
