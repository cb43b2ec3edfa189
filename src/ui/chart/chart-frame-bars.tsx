/** Mean ± spread as a bar at each place, where the line's kind has them. */
import { axisX, valueY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { DrawnSeries } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface SpreadBarsProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly clipId: string;
}

export function SpreadBars({ scale, series, clipId }: SpreadBarsProps) {
  return series
    .filter(({ kind }) => kind.hasBars === true)
    .map((one) => (
      <path
        key={one.id}
        d={barsPath(scale, one)}
        clipPath={`url(#${clipId})`}
        className={styles.bar}
        data-bars={one.id}
      />
    ));
}

/** Half the width of the ends of a bar, of the size of type. */
const HALF_END = 0.28;

function barsPath(scale: ChartScale, { points, spread, pace }: DrawnSeries): string {
  const half = HALF_END * scale.layout.fontSize;
  return points
    .flatMap(({ epoch, value }) => {
      const deviation = spread?.[epoch] ?? NaN;
      if (value === null || Number.isNaN(deviation)) return [];
      const x = axisX(scale, epoch * pace);
      const [top, bottom] = [value + deviation, value - deviation].map((end) =>
        valueY(scale, end).toFixed(1),
      );
      const [left, right] = [(x - half).toFixed(1), (x + half).toFixed(1)];
      return `M${left},${top}H${right}M${left},${bottom}H${right}M${x.toFixed(1)},${top}V${bottom}`;
    })
    .join('');
}
