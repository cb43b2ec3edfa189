/** Tick labels as plain svg text: Recharts' own measures each in the DOM. */
import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import styles from './chart-frame.module.css';

export function epochTick({ x, y, payload }: XAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.9em" textAnchor="middle" className={styles.tick}>
      {String(payload.value)}
    </text>
  );
}

export function valueTick({ x, y, payload, tickFormatter, index }: YAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.35em" textAnchor="end" className={styles.tick}>
      {tickFormatter ? tickFormatter(payload.value, index) : String(payload.value)}
    </text>
  );
}
