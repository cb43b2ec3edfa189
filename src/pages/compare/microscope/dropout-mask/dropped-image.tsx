/** An image as the network saw it in the step: dropped pixels are blank, with a cross. */
import { useMemo } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import { InkImage } from '../../../../ui/picture/ink-image.tsx';
import styles from './dropout-mask.module.css';
import { droppedIn } from './mask-of-row.ts';

interface DroppedImageProps {
  readonly ink: Uint8Array;
  readonly dropped: Uint8Array;
  readonly size: NonNullable<Dataset['image']>;
}

export function DroppedImage({ ink, dropped, size }: DroppedImageProps) {
  const left = useMemo(
    () => ink.map((value, pixel) => (dropped[pixel] === 1 ? 0 : value)),
    [ink, dropped],
  );
  const total = droppedIn(dropped);
  return (
    <figure className={styles.layer}>
      <figcaption>Image{total > 0 && `: ${total} of ${dropped.length} pixels dropped`}</figcaption>
      <div className={styles.images}>
        <div className={styles.image}>
          <InkImage features={ink} fullInk={255} size={size} label="The image" />
        </div>
        {total > 0 && (
          <div className={styles.image}>
            <InkImage
              features={left}
              fullInk={255}
              size={size}
              label={`What the network saw of it, ${total} pixels dropped`}
            />
            <svg
              className={styles.crosses}
              viewBox={`0 0 ${size.width} ${size.height}`}
              aria-hidden="true"
            >
              <path d={crosses(dropped, size.width)} />
            </svg>
          </div>
        )}
      </div>
    </figure>
  );
}

function crosses(dropped: Uint8Array, width: number): string {
  let path = '';
  dropped.forEach((isDropped, pixel) => {
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    if (isDropped) path += `M${x + 0.3},${y + 0.3}l.4,.4m0,-.4l-.4,.4`;
  });
  return path;
}
