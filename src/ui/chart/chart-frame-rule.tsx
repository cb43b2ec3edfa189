/** The rule at the place being read or looked back at, with a dot on each line where its figure is. */
import { axisX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import { axisShare } from './axis/series-domain.ts';
import { epochAt, lastPosition } from './axis/series-position.ts';
import { useReading, useRestingEpoch } from './data/series-reading.ts';
import type { DrawnSeries } from './data/series-types.ts';
import styles from './chart-frame.module.css';

const ROUNDING = 1e-9;

interface ReadingRuleProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly places: PlaceAxis;
}

export function ReadingRule({ scale, series, places }: ReadingRuleProps) {
  const reading = useReading(places.id);
  const resting = useRestingEpoch();
  const at = reading ?? (places.marksLookBack ? resting : null);
  const { layout, window } = scale;
  if (at === null || at < window.from || at > lastPosition(series, window)) return null;
  const x = axisX(scale, at);
  return (
    <g>
      <path d={`M${x},${layout.top}V${layout.bottom}`} className={styles.rule} />
      {series.map((one) => {
        const epoch = epochAt(one, at);
        const value = one.values[epoch] ?? NaN;
        if (Number.isNaN(value) || epoch * one.pace < window.from) return null;
        // Beyond the axis there is no place for it; on a log one it lies on the edge. The legend says so.
        const share = axisShare(scale.axis, value);
        if (share < -ROUNDING || share > 1 + ROUNDING) return null;
        return (
          <circle
            key={one.id}
            cx={axisX(scale, epoch * one.pace)}
            cy={markY(scale, value)}
            r={layout.fontSize * (one.isMain && !one.isReference ? 0.28 : 0.22)}
            fill={one.isReference ? 'var(--ink-2)' : one.owner.color}
            className={styles.readDot}
          />
        );
      })}
    </g>
  );
}
