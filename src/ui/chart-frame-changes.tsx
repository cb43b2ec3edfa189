/** A thin rule in the arm's colour where its settings were changed while it trained, its shape at the foot. */
import { armStyle } from './arm-style.ts';
import { epochX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { markerPath } from './series-marker.ts';
import type { ChartChange } from './series-types.ts';
import styles from './chart-frame.module.css';

interface ChangeRulesProps {
  readonly scale: ChartScale;
  readonly changes: readonly ChartChange[];
}

export function ChangeRules({ scale, changes }: ChangeRulesProps) {
  const { top, bottom, fontSize } = scale.layout;
  return changes.map((change, index) => {
    const x = epochX(scale, change.epoch);
    // Several at one place stand on each other.
    const below = changes.slice(0, index).filter((other) => isNear(scale, other, x)).length;
    const { color, markerShape } = changeStyle(change);
    return (
      <g key={index} data-mark="change" style={{ color }}>
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

function isNear(scale: ChartScale, { epoch }: ChartChange, x: number): boolean {
  return Math.abs(epochX(scale, epoch) - x) < scale.layout.fontSize * 0.6;
}

/** What concerns all arms has no arm's colour. */
function changeStyle({ armId }: ChartChange) {
  return armId === null ? { color: 'var(--ink-2)', markerShape: null } : armStyle(armId);
}
