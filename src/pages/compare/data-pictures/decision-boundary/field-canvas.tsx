/** The plane in the colours of its classes: the paler, the less sure the network is. */
import { useCallback } from 'react';
import type { Paint } from '../../../../ui/picture/canvas-painters.ts';
import { PixelCanvas } from '../../../../ui/picture/pixel-canvas.tsx';
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
  const paint = useCallback<Paint>(
    (pixels, { fill, stroke }) => {
      for (let pixel = 0; pixel < margins.length; pixel++) {
        const margin = margins[pixel] ?? NaN;
        const [red, green, blue] = margin > 0 ? stroke : fill;
        const probability = 1 / (1 + Math.exp(-Math.abs(margin)));
        const to = 4 * pixel;
        pixels[to] = red;
        pixels[to + 1] = green;
        pixels[to + 2] = blue;
        pixels[to + 3] = 255 * (2 * probability - 1);
      }
    },
    [margins],
  );
  const inset = `${(50 * (1 - share)).toFixed(3)}%`;
  return (
    <div className={styles.field} role="img" aria-label={label}>
      <PixelCanvas
        className={styles.canvas}
        style={{ inset, width: `${100 * share}%`, height: `${100 * share}%` }}
        width={side}
        height={side}
        paint={paint}
      />
    </div>
  );
}
