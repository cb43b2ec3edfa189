/** Numbers from 0 to 1 over a square, as shades; the borders of the truth are drawn over them. */
import { useCallback } from 'react';
import type { Paint } from '../../../ui/picture/canvas-painters.ts';
import { PixelCanvas } from '../../../ui/picture/pixel-canvas.tsx';
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
  const side = Math.round(Math.sqrt(values.length));
  const paint = useCallback<Paint>(
    (pixels, { fill, stroke, color: ink }) => {
      values.forEach((value, place) => {
        const row = side - 1 - Math.floor(place / side);
        const color = look === 'disputes' ? ink : value > 0.5 ? stroke : fill;
        const strength = look === 'disputes' ? value / MOST_DISPUTED : Math.abs(2 * value - 1);
        pixels.set([...color, 255 * Math.min(1, strength)], 4 * (row * side + (place % side)));
      });
    },
    [values, side, look],
  );
  return (
    <div className={styles.field} role="img" aria-label={label}>
      <PixelCanvas width={side} height={side} paint={paint} />
      <svg viewBox="-1 -1 2 2" aria-hidden="true">
        {borders.map((radius) => (
          <circle key={radius} r={radius} />
        ))}
      </svg>
    </div>
  );
}
