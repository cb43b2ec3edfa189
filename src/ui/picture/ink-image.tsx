/** A small grey image, ink on paper in either colour scheme, every pixel visible. */
import { useEffect, useRef } from 'react';
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
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(inkPixels(features, fullInk, width, height), 0, 0);
  }, [features, fullInk, width, height]);
  return (
    <span className={styles.frame} data-ringed={isRinged} role="img" aria-label={label}>
      <canvas ref={canvas} className={styles.image} width={width} height={height} />
    </span>
  );
}

function inkPixels(
  features: ArrayLike<number>,
  fullInk: number,
  width: number,
  height: number,
): ImageData {
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = 255 * (1 - (features[pixel] ?? 0) / fullInk);
    image.data.set([grey, grey, grey, 255], pixel * 4);
  }
  return image;
}
