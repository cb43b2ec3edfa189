/** The axes of a sketch, on the page and on paper. */
import type { SketchForm } from '../lesson/question.ts';
import styles from './sketch-field.module.css';

/** Of the drawing, which scales with its width. */
export const [WIDTH, HEIGHT, EDGE, FOOT, LEFT] = [360, 190, 12, 22, 44];
export const VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`;

/** Where a place and a value lie in the drawing. */
export function sketchScale({ places, min, max }: SketchForm) {
  return {
    x: (place: number) =>
      LEFT + ((WIDTH - LEFT - EDGE) * (place + 0.5)) / Math.max(1, places.length),
    y: (value: number) =>
      EDGE + (HEIGHT - EDGE - FOOT) * (1 - (within(value, min, max) - min) / (max - min)),
  };
}

export function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function SketchAxes({ form }: { readonly form: SketchForm }) {
  const { places, min, max, unit } = form;
  const { x, y } = sketchScale(form);
  return (
    <>
      {[min, (min + max) / 2, max].map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT},${y(tick)}H${WIDTH - EDGE}`} className={styles.grid} />
          <text x={LEFT - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {`${tick} ${unit}`.trim()}
          </text>
        </g>
      ))}
      {places.map((place, at) => (
        <text key={place} x={x(at)} y={HEIGHT - 6} textAnchor="middle">
          {place}
        </text>
      ))}
    </>
  );
}
