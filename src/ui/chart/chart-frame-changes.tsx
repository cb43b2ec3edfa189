/** A thin rule in its owner's colour where settings were changed while it trained, its shape at the foot. */
import { LATER_OPACITY } from './chart-frame-marks.tsx';
import { axisX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { changePlaces } from './data/series-events.ts';
import { markerPath } from './draw/series-marker.ts';
import type { ChartChange, Series } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface ChangeRulesProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly changes: readonly ChartChange[];
}

export function ChangeRules({ scale, series, changes }: ChangeRulesProps) {
  const { top, bottom, fontSize } = scale.layout;
  const { from, to } = scale.window;
  const upTo = series.find((one) => one.upTo !== null)?.upTo ?? Infinity;
  const rules = changes
    .flatMap((change) =>
      changePlaces(series, change).map((at) => ({ at, x: axisX(scale, at), change })),
    )
    .filter(({ at }) => at >= from && at <= to);
  return rules.map(({ x, change }, index) => {
    // Several at one place stand on each other.
    const isNear = (other: { x: number }) => Math.abs(other.x - x) < fontSize * 0.6;
    const below = rules.slice(0, index).filter(isNear).length;
    const { color, markerShape } = changeStyle(series, change);
    return (
      <g
        key={index}
        data-mark="change"
        style={{ color }}
        {...(change.epoch > upTo && { opacity: LATER_OPACITY, 'data-later': true })}
      >
        <path d={`M${x},${top}V${bottom}`} className={styles.change} />
        {markerShape !== null && (
          <path
            d={markerPath(markerShape, fontSize * 0.25)}
            transform={`translate(${x} ${bottom - fontSize * (0.5 + 0.8 * below)})`}
            className={styles.point}
          />
        )}
      </g>
    );
  });
}

/** What concerns all owners has nobody's colour. */
function changeStyle(series: readonly Series[], { ownerId }: ChartChange) {
  const whose = series.find(({ owner }) => owner.id === ownerId)?.owner;
  return whose ?? { color: 'var(--ink-2)', markerShape: null };
}
