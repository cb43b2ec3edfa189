/**
 * What lies beneath the lines, faint: the reference, the band around each mean, repeated runs one by one,
 * and the figures themselves where the lines are smoothed.
 */
import { memo } from 'react';
import { axisX, valueY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { pathOf } from './chart-frame-lines.tsx';
import { lineDash } from './draw/series-look.ts';
import { bandPath } from './draw/series-path.ts';
import type { DrawnPart, DrawnSeries } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface BeneathProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly clipId: string;
}

export function LinesBeneath({ scale, series, clipId }: BeneathProps) {
  const { left, right } = scale.layout;
  const { scale: kind, low, high } = scale.axis;
  const zero = valueY(scale, 0);
  return (
    <g clipPath={`url(#${clipId})`}>
      {kind === 'linear' && low < 0 && high > 0 && (
        <path d={`M${left},${zero}H${right}`} className={styles.zero} />
      )}
      {series.map((one) =>
        one.isReference ? <ReferenceLine key={one.id} {...{ one, scale }} /> : null,
      )}
      {series.map((one) => (
        <Band key={one.id} {...{ one, scale }} part={one} />
      ))}
      {series.map((one) => (
        <FaintLines key={one.id} {...{ one, scale }} part={one} />
      ))}
      {series.map((one) =>
        one.dots.length > 0 ? <Dots key={one.id} {...{ one, scale }} /> : null,
      )}
      <g className={styles.later}>
        {series.map(
          (one) =>
            one.later && (
              <g key={one.id}>
                <Band {...{ one, scale }} part={one.later} />
                <FaintLines {...{ one, scale }} part={one.later} />
              </g>
            ),
        )}
      </g>
    </g>
  );
}

interface OneProps {
  readonly one: DrawnSeries;
  readonly scale: ChartScale;
}

interface PartProps extends OneProps {
  readonly part: DrawnPart;
}

function Band({ one, scale, part: { band } }: PartProps) {
  const { top, bottom } = scale.layout;
  if (band.length === 0) return null;
  return (
    <path
      d={bandPath(
        band,
        (epoch) => axisX(scale, epoch * one.pace),
        (value) => Math.max(top - 1, Math.min(valueY(scale, value), bottom + 1)),
      )}
      fill={one.owner.color}
      className={styles.band}
      data-band={one.id}
    />
  );
}

function FaintLines({ one, scale, part: { raw, seeds } }: PartProps) {
  const { owner, pace } = one;
  const dash = lineDash(one);
  return (
    <g stroke={owner.color} strokeDasharray={dash}>
      {seeds.length > 0 && (
        <path
          d={seeds.map((points) => pathOf(scale, pace, points)).join('')}
          className={styles.seeds}
          data-seeds={one.id}
        />
      )}
      {raw.length > 0 && (
        <path d={pathOf(scale, pace, raw)} className={styles.raw} data-raw={one.id} />
      )}
    </g>
  );
}

/** Single figures, those of one place beside each other, so that equal ones are seen apart. */
function Dots({ one, scale }: OneProps) {
  const radius = DOT_RADIUS * scale.layout.fontSize;
  return (
    <g fill={one.owner.color} className={styles.dots} data-dots={one.id}>
      {one.dots.map((dots, place) =>
        dots.map((value, index) => (
          <circle
            key={`${place} ${index}`}
            cx={axisX(scale, place * one.pace + aside(index, dots.length, one.dots.length))}
            cy={valueY(scale, value)}
            r={radius}
          />
        )),
      )}
    </g>
  );
}

/** Radius of a dot, in sizes of type. */
const DOT_RADIUS = 0.2;

/** How far beside its place a dot is drawn, in places; with few places the dots stay together. */
function aside(index: number, count: number, places: number): number {
  return count < 2 ? 0 : (index / (count - 1) - 0.5) * Math.min(0.3, places * 0.05);
}

/** Drawn anew only when the axes change: the reference itself never does. */
const ReferenceLine = memo(function ReferenceLine({ one, scale }: OneProps) {
  return (
    <path
      d={pathOf(scale, one.pace, one.points)}
      strokeDasharray={lineDash(one)}
      className={styles.reference}
      data-series={one.id}
    />
  );
});
