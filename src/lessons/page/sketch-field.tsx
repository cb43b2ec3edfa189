/**
 * A curve to be sketched: a value at each of a few places, drawn by dragging in the picture or set one by one, by
 * sliders that the keyboard moves. Once it is known, what happened is drawn over it.
 */
import { useId } from 'react';
import type { AnswerValue, HappenedAnswer, SketchForm } from '../lesson/question.ts';
import { measuredText, middleOf, sketchedValues } from './sketch-values.ts';
import { SketchDrawing } from './sketch-drawing.tsx';
import styles from './sketch-field.module.css';

interface SketchFieldProps {
  readonly form: SketchForm;
  readonly given: AnswerValue | undefined;
  readonly isLocked: boolean;
  readonly happened: HappenedAnswer | null;
  readonly take: (value: AnswerValue) => void;
}

/** Before it is locked the drawing stands where the chart will be (SketchPlace). */
export function SketchField(props: SketchFieldProps) {
  const { form, given, isLocked, happened, take } = props;
  const { places, min, max, step, unit, axis } = form;
  const id = useId();
  const values = sketchedValues(form, given);
  const measured = happened && Array.isArray(happened.value) ? happened.value : null;
  if (isLocked)
    return (
      <div className={styles.sketch}>
        {/* The chart beside it has the same lines, larger. */}
        <div className={form.chartPlaces ? 'not-presented' : undefined}>
          <SketchDrawing {...{ form, given, measured }} />
        </div>
        <Table {...{ form, values, measured }} />
      </div>
    );
  return (
    <div className={styles.sketch}>
      <p className={styles.hint}>Draw your line in the chart, or set each value here.</p>
      <div className={styles.sliders}>
        {places.map((place, at) => (
          <label key={place} htmlFor={`${id} ${at}`}>
            <span>{place}</span>
            <input
              id={`${id} ${at}`}
              type="range"
              aria-label={`${axis}: ${place}`}
              {...{ min, max, step }}
              value={values[at] ?? middleOf(form)}
              aria-valuetext={`${values[at] ?? middleOf(form)} ${unit}`.trimEnd()}
              onChange={(event) =>
                take(
                  values.map((before, other) =>
                    other === at ? Number(event.target.value) : before,
                  ),
                )
              }
            />
          </label>
        ))}
      </div>
    </div>
  );
}

function Table({
  form: { places, unit, axis, step },
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
            {measured && <td>{measuredText(measured[at] ?? NaN, { step, unit })}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
