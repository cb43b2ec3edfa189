/** A small grey image, ink on paper in either colour scheme, every pixel visible. */
import { useCallback } from 'react';
import type { Paint } from './canvas-painters.ts';
import { PixelCanvas } from './pixel-canvas.tsx';
import styles from './ink-image.module.css';

interface InkImageProps {
  /** Row by row, 0 is paper. */
  readonly features: ArrayLike<number>;
  /** The value of full ink. */
  readonly fullInk?: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly label: string;
  /** In the arm's colour. */
  readonly isRinged?: boolean;
}

export function InkImage(props: InkImageProps) {
  const { features, fullInk = 1, size, label, isRinged = false } = props;
  const { width, height } = size;
  const paint = useCallback<Paint>(
    (pixels) => {
      for (let pixel = 0; pixel < width * height; pixel++) {
        const grey = 255 * (1 - (features[pixel] ?? 0) / fullInk);
        pixels.set([grey, grey, grey, 255], pixel * 4);
      }
    },
    [features, fullInk, width, height],
  );
  return (
    <span className={styles.frame} data-ringed={isRinged} role="img" aria-label={label}>
      <PixelCanvas className={styles.image} {...{ width, height, paint }} />
    </span>
  );
}
