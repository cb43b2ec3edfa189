/** One unit's incoming weights, a pixel each: the deeper the colour the larger; exact zeros are grey. */
import { useEffect, useRef } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { FIELD_LEVELS } from '../../../../protocol/views.ts';
import type { WeightField } from '../../../../protocol/views.ts';
import { useColorsVersion } from '../../../../ui/picture/colors-version.ts';
import { parseColor } from '../../../../ui/picture/parse-color.ts';
import type { Color } from '../../../../ui/picture/parse-color.ts';
import styles from './first-layer.module.css';

interface FieldImageProps {
  readonly field: WeightField;
  readonly size: NonNullable<Dataset['image']>;
  /** What the largest weight of the view is on the scale of all arms: 0 to 1. */
  readonly strength: number;
  readonly label: string;
}

interface FieldColors {
  readonly negative: Color;
  readonly positive: Color;
  readonly zero: Color;
}

export function FieldImage({ field: { levels }, size, strength, label }: FieldImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colorsVersion = useColorsVersion();
  const { width, height } = size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const image = context.createImageData(width, height);
    paint(image.data, levels, strength, colorsOf(canvas.current));
    context.putImageData(image, 0, 0);
  }, [levels, strength, width, height, colorsVersion]);
  return (
    <span className={styles.field} role="img" aria-label={label}>
      <canvas ref={canvas} className={styles.canvas} width={width} height={height} />
    </span>
  );
}

/** As the style sheet has them in this colour scheme: tokens themselves are not resolved. */
function colorsOf(canvas: HTMLCanvasElement): FieldColors {
  const { fill, stroke, color } = getComputedStyle(canvas);
  return { negative: parseColor(stroke), positive: parseColor(fill), zero: parseColor(color) };
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
