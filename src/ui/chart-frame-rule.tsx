/** The rule at the epoch being read, with a dot on each line. */
import { epochX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { lastEpoch } from './series-collect.ts';
import { useReadingEpoch } from './series-reading.ts';
import type { Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface ReadingRuleProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
}

export function ReadingRule({ scale, series }: ReadingRuleProps) {
  const epoch = useReadingEpoch();
  if (epoch === null || epoch > lastEpoch(series)) return null;
  const x = epochX(scale, epoch);
  return (
    <g>
      <path d={`M${x},${scale.layout.top}V${scale.layout.bottom}`} className={styles.rule} />
      {series.map(({ id, arm, split, values }) => {
        const value = values[epoch] ?? NaN;
        if (Number.isNaN(value)) return null;
        return (
          <circle
            key={id}
            cx={x}
            cy={markY(scale, value)}
            r={scale.layout.fontSize * (split === 'validation' ? 0.28 : 0.22)}
            fill={arm.color}
            className={styles.readDot}
          />
        );
      })}
    </g>
  );
}
