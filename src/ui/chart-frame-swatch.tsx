/** An arm's marker in running text. */
import { markerPath } from './series-marker.ts';
import type { ArmStyleInfo } from './arm-style.ts';
import styles from './chart-frame.module.css';

export function ArmSwatch({ arm }: { readonly arm: ArmStyleInfo }) {
  return (
    <svg viewBox="-8 -8 16 16" className={styles.swatch} aria-hidden="true">
      <path d={markerPath(arm.markerShape, 5)} fill={arm.color} />
    </svg>
  );
}
