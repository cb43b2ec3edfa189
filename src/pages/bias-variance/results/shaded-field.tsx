/** Numbers from 0 to 1 over a square, as shades; the borders of the truth are drawn over them. */
import { useEffect, useRef } from 'react';
import { useColorsVersion } from '../../../ui/picture/colors-version.ts';
import { parseColor } from '../../../ui/picture/parse-color.ts';
import type { Color } from '../../../ui/picture/parse-color.ts';
import styles from './fits.module.css';

interface ShadedFieldProps {
  /** [row from below, column], of as many rows as columns. */
  readonly values: Float64Array;
  /** classes: one colour at 0, another at 1, paper between them; disputes: ink where pairs of networks differ. */
  readonly look: 'classes' | 'disputes';
  readonly label: string;
  /** Radii of circles around the middle, of a square from −1 to 1. */
  readonly borders: readonly number[];
}

/** Half of all pairs is as much as two classes can differ. */
const MOST_DISPUTED = 0.5;

export function ShadedField({ values, look, label, borders }: ShadedFieldProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colorsVersion = useColorsVersion();
  const side = Math.round(Math.sqrt(values.length));
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const { fill, stroke, color } = getComputedStyle(canvas.current);
    const image = context.createImageData(side, side);
    const [zero, one, ink] = [fill, stroke, color].map(parseColor);
    if (zero && one && ink) paint(image, values, side, { look, zero, one, ink });
    context.putImageData(image, 0, 0);
  }, [values, side, look, colorsVersion]);
  return (
    <div className={styles.field} role="img" aria-label={label}>
      <canvas ref={canvas} width={side} height={side} data-look={look} />
      <svg viewBox="-1 -1 2 2" aria-hidden="true">
        {borders.map((radius) => (
          <circle key={radius} r={radius} />
        ))}
      </svg>
    </div>
  );
}

interface Paint {
  readonly look: ShadedFieldProps['look'];
  readonly zero: Color;
  readonly one: Color;
  readonly ink: Color;
}

function paint(
  image: ImageData,
  values: Float64Array,
  side: number,
  { look, zero, one, ink }: Paint,
) {
  values.forEach((value, place) => {
    const row = side - 1 - Math.floor(place / side);
    const color = look === 'disputes' ? ink : value > 0.5 ? one : zero;
    const strength = look === 'disputes' ? value / MOST_DISPUTED : Math.abs(2 * value - 1);
    image.data.set([...color, 255 * Math.min(1, strength)], 4 * (row * side + (place % side)));
  });
}
