/** A dot for each unit: across its running statistic, up that of the batch; equal ones lie on the line. */
import panel from '../shared/panel.module.css';
import styles from './batch-statistics.module.css';
import type { PlotRange } from './plot-range.ts';

interface PairPlotProps {
  readonly name: string;
  readonly running: Float32Array;
  readonly batch: Float32Array;
  readonly range: PlotRange;
}

const SIZE = 100;
/** So that dots on the edge are whole. */
const MARGIN = 4;

export function PairPlot({ name, running, batch, range: { from, to } }: PairPlotProps) {
  const at = (value: number) => MARGIN + ((SIZE - 2 * MARGIN) * (value - from)) / (to - from);
  const dots = Array.from(running, (value, unit) => {
    const [x, y] = [at(value), SIZE - at(batch[unit] ?? NaN)];
    return `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
  });
  return (
    <figure className={styles.plot} aria-label={`${name}: batch against running`}>
      <figcaption className={panel.caption}>{name}</figcaption>
      <div className={styles.frame}>
        <svg viewBox={`0 0 ${SIZE} ${SIZE}`} preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.equal} d={`M0 ${SIZE}L${SIZE} 0`} />
          <path className={styles.dots} d={dots.join('')} />
        </svg>
        <span className={styles.up}>batch</span>
      </div>
      <div className={panel.axis} aria-hidden="true">
        <span>{ofScale(from)}</span>
        <span>running</span>
        <span>{ofScale(to)}</span>
      </div>
    </figure>
  );
}

function ofScale(value: number): string {
  return String(Number(value.toPrecision(2))).replace('-', '−');
}
