/**
 * What stands on the lines: the best epoch (hollow), the one that was put back (filled), single points,
 * and where a lane ended before the others a cross (it diverged) or a bar (it was stopped early).
 */
import { markerPath } from './series-marker.ts';
import { lonePoints } from './series-collect.ts';
import { epochX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface SeriesMarksProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
}

export function SeriesMarks({ scale, series }: SeriesMarksProps) {
  return series.map((one) => (
    <g key={one.id} style={{ color: one.arm.color }}>
      {lonePoints(one.points).map(({ epoch, value }) => (
        <path
          key={epoch}
          d={markerPath(one.arm.markerShape, scale.layout.fontSize * 0.3)}
          transform={place(scale, epoch, value ?? NaN)}
          className={one.split === 'validation' ? styles.point : styles.hollow}
          data-mark="point"
        />
      ))}
      {one.best >= 0 && (
        <path
          d={markerPath(one.arm.markerShape, scale.layout.fontSize * 0.38)}
          transform={place(scale, one.best, one.values[one.best] ?? NaN)}
          className={styles.hollow}
          data-mark="best"
        />
      )}
      {one.restored >= 0 && (
        <path
          d={markerPath(one.arm.markerShape, scale.layout.fontSize * 0.48)}
          transform={place(scale, one.restored, one.values[one.restored] ?? NaN)}
          className={styles.restored}
          data-mark="restored"
        />
      )}
      {one.stopped !== null && one.last >= 0 && (
        <path
          d={one.stopped === 'stoppedEarly' ? 'M0,-6V6' : 'M-4,-4L4,4M-4,4L4,-4'}
          transform={place(scale, one.last, one.values[one.last] ?? NaN)}
          className={styles.stop}
          data-mark="stop"
        />
      )}
    </g>
  ));
}

function place(scale: ChartScale, epoch: number, value: number): string {
  return `translate(${epochX(scale, epoch).toFixed(1)} ${markY(scale, value).toFixed(1)})`;
}
