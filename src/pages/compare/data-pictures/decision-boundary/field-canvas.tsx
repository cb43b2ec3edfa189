/** The plane in the colours of its classes: the paler, the less sure the network is. */
import { useEffect, useRef } from 'react';
import { useColorsVersion } from '../../../../ui/picture/colors-version.ts';
import { parseColor } from '../../../../ui/picture/parse-color.ts';
import type { Color } from '../../../../ui/picture/parse-color.ts';
import styles from './decision-boundary.module.css';

interface FieldCanvasProps {
  /** [row from the top, column]: margin of class 1. */
  readonly margins: Float32Array;
  /** In pixels. */
  readonly side: number;
  readonly label: string;
  /** Of the frame's side. */
  readonly share: number;
}

export function FieldCanvas({ margins, side, label, share }: FieldCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colorsVersion = useColorsVersion();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    context.putImageData(paint(context, margins, side, colorsOf(canvas.current)), 0, 0);
  }, [margins, side, colorsVersion]);
  const inset = `${(50 * (1 - share)).toFixed(3)}%`;
  return (
    <div className={styles.field} role="img" aria-label={label}>
      <canvas
        ref={canvas}
        className={styles.canvas}
        style={{ inset, width: `${100 * share}%`, height: `${100 * share}%` }}
        width={side}
        height={side}
      />
    </div>
  );
}

/** As the style sheet has them in this colour scheme: tokens themselves are not resolved. */
function colorsOf(canvas: HTMLCanvasElement): readonly [Color, Color] {
  const { fill, stroke } = getComputedStyle(canvas);
  return [parseColor(fill), parseColor(stroke)];
}

function paint(
  context: CanvasRenderingContext2D,
  margins: Float32Array,
  side: number,
  colors: readonly [Color, Color],
): ImageData {
  const image = context.createImageData(side, side);
  const { data } = image;
  for (let pixel = 0; pixel < margins.length; pixel++) {
    const margin = margins[pixel] ?? NaN;
    const [red, green, blue] = colors[margin > 0 ? 1 : 0];
    const probability = 1 / (1 + Math.exp(-Math.abs(margin)));
    const to = 4 * pixel;
    data[to] = red;
    data[to + 1] = green;
    data[to + 2] = blue;
    data[to + 3] = 255 * (2 * probability - 1);
  }
  return image;
}
