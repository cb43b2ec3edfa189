/** A small grey image, ink on paper in either colour scheme, every pixel visible. */
import { useEffect, useRef } from 'react';
import styles from './wrong-labels.module.css';

interface InkImageProps {
  /** Row by row, 0 paper to 1 full ink. */
  readonly features: Float32Array;
  readonly size: { readonly width: number; readonly height: number };
  readonly label: string;
}

export function InkImage({ features, size, label }: InkImageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(inkPixels(features, width, height), 0, 0);
  }, [features, width, height]);
  return (
    <span className={styles.frame} role="img" aria-label={label}>
      <canvas ref={canvas} className={styles.image} width={width} height={height} />
    </span>
  );
}

function inkPixels(features: Float32Array, width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const grey = 255 * (1 - (features[pixel] ?? 0));
    image.data.set([grey, grey, grey, 255], pixel * 4);
  }
  return image;
}
