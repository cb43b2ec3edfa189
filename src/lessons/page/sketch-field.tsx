/**
 * A curve to be sketched: a value at each of a few places, drawn by dragging in the picture or set one by one, by
 * sliders that the keyboard moves. Once it is known, what happened is drawn over it.
 */
import { useId, useRef } from 'react';
import type { PointerEvent } from 'react';
import type { AnswerValue, HappenedAnswer, SketchForm } from '../lesson/question.ts';
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
import styles from './sketch-field.module.css';

interface SketchFieldProps {
  readonly form: SketchForm;
  readonly given: AnswerValue | undefined;
  readonly isLocked: boolean;
  readonly happened: HappenedAnswer | null;
  readonly take: (value: AnswerValue) => void;
  /** The question, for screen readers. */
  readonly label: string;
}

export function SketchField(props: SketchFieldProps) {
  const { form, given, isLocked, happened, take, label } = props;
  const { places, min, max, step, unit } = form;
  const drawing = useRef<SVGSVGElement>(null);
  const id = useId();
  const middle = roundTo((min + max) / 2, step);
  const values = Array.isArray(given) ? (given as readonly number[]) : places.map(() => middle);
  const isDrawn = Array.isArray(given);
  const change = (place: number, value: number) =>
    take(values.map((before, at) => (at === place ? value : before)));
  const { x, y } = sketchScale(form);
  const drag = ({ clientX, clientY, buttons, type }: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect();
    if (isLocked || !box || (type === 'pointermove' && buttons === 0)) return;
    const across = ((clientX - box.left) / box.width) * WIDTH;
    const down = ((clientY - box.top) / box.height) * HEIGHT;
    const share = 1 - (down - EDGE) / (HEIGHT - EDGE - FOOT);
    const nearest = Math.floor(((across - LEFT) / (WIDTH - LEFT - EDGE)) * places.length);
    const place = within(nearest, 0, places.length - 1);
    change(place, roundTo(within(min + share * (max - min), min, max), step));
  };
  const points = (of: readonly number[]) => of.map((v, at) => `${x(at)},${y(v)}`).join(' ');
  const measured = happened && Array.isArray(happened.value) ? happened.value : null;
  return (
    <div className={styles.sketch}>
      <svg
        ref={drawing}
        className={styles.drawing}
        viewBox={VIEW_BOX}
        data-locked={isLocked}
        aria-hidden="true"
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
      <p className={styles.axis}>{form.axis}</p>
      {isLocked ? (
        <Table {...{ form, values, measured }} />
      ) : (
        <>
          <p className={styles.hint}>Draw your line in the picture, or set each value here.</p>
          <div className={styles.sliders} role="group" aria-label={label}>
            {places.map((place, at) => (
              <label key={place} htmlFor={`${id} ${at}`}>
                <span>{place}</span>
                <input
                  id={`${id} ${at}`}
                  type="range"
                  {...{ min, max, step }}
                  value={values[at] ?? middle}
                  aria-valuetext={`${values[at] ?? middle} ${unit}`}
                  onChange={(event) => change(at, Number(event.target.value))}
                />
              </label>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function Table({
  form: { places, unit, axis },
  values,
  measured,
}: {
  readonly form: SketchForm;
  readonly values: readonly number[];
  readonly measured: readonly number[] | null;
}) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{axis}</th>
          <th scope="col">you</th>
          {measured && <th scope="col">measured</th>}
        </tr>
      </thead>
      <tbody>
        {places.map((place, at) => (
          <tr key={place}>
            <th scope="row">{place}</th>
            <td>{`${values[at] ?? ''} ${unit}`}</td>
            {measured && <td>{`${roundTo(measured[at] ?? NaN, 0.1)} ${unit}`}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}
