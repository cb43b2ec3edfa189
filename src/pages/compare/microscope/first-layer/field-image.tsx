/** One unit's incoming weights, a pixel each: the deeper the colour the larger; exact zeros are grey. */
import { useCallback } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { FIELD_LEVELS } from '../../../../protocol/views.ts';
import type { WeightField } from '../../../../protocol/views.ts';
import type { Paint } from '../../../../ui/picture/canvas-painters.ts';
import type { Color } from '../../../../ui/picture/parse-color.ts';
import { PixelCanvas } from '../../../../ui/picture/pixel-canvas.tsx';
import styles from './first-layer.module.css';

interface FieldImageProps {
  readonly field: WeightField;
  readonly size: NonNullable<Dataset['image']>;
  /** What the largest weight of the view is on the scale of all arms: 0 to 1. */
  readonly strength: number;
  readonly label: string;
}

export function FieldImage({ field: { levels }, size, strength, label }: FieldImageProps) {
  const { width, height } = size;
  const paintField = useCallback<Paint>(
    (pixels, { fill, stroke, color }) =>
      paint(pixels, levels, strength, { negative: stroke, positive: fill, zero: color }),
    [levels, strength],
  );
  return (
    <span className={styles.field} role="img" aria-label={label}>
      <PixelCanvas className={styles.canvas} {...{ width, height }} paint={paintField} />
    </span>
  );
}

interface FieldColors {
  readonly negative: Color;
  readonly positive: Color;
  readonly zero: Color;
}

export function paint(
  data: Uint8ClampedArray,
  levels: Int8Array,
  strength: number,
  { negative, positive, zero }: FieldColors,
): void {
  levels.forEach((level, pixel) => {
    const color = level === 0 ? zero : level > 0 ? positive : negative;
    const alpha = level === 0 ? 1 : (strength * Math.abs(level)) / FIELD_LEVELS;
    data.set([...color, 255 * alpha], 4 * pixel);
  });
}
