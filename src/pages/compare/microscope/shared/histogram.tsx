/** How values are spread, as bars around 0. Exact zeros are no bar: they are counted in words. */
import type { ReactNode } from 'react';
import type { ZeroCentredBins } from '../../../../protocol/views.ts';
import { percent, threeDigits } from '../../../../base/text/figure-text.ts';
import panel from './panel.module.css';
import styles from './histogram.module.css';
import { mergeBins } from './merge-bins.ts';
import type { BinScale } from './merge-bins.ts';

interface HistogramProps {
  /** Above it: "Hidden 1". */
  readonly name: ReactNode;
  /** "Weights into Hidden 1" */
  readonly label: string;
  readonly bins: ZeroCentredBins;
  /** Values in all, and those that are exactly 0. */
  readonly total: number;
  readonly zeros: number;
  /** Whether to keep the line about zeros free where there are none. */
  readonly keepsZerosLine?: boolean;
  readonly scale: BinScale;
}

const HEIGHT = 40;

export function Histogram(props: HistogramProps) {
  const { name, label, bins, total, zeros, keepsZerosLine = false, scale } = props;
  const counts = mergeBins(bins, scale);
  const most = Math.max(1, ...counts);
  return (
    <figure className={styles.histogram} aria-label={label}>
      <figcaption className={styles.caption}>
        <span>{name}</span>
        <span className={styles.peak}>tallest bar {percent(most / total)}</span>
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${counts.length} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={bars(counts, most)} />
      </svg>
      <div className={panel.axis} aria-hidden="true">
        {edgesOf(scale).map((edge) => (
          <span key={edge}>{edge}</span>
        ))}
      </div>
      {(zeros > 0 || keepsZerosLine) && (
        <p className={styles.zeros} data-unseen={zeros === 0}>
          {percent(zeros / total)} are exactly 0 (not{'\u00a0'}drawn)
        </p>
      )}
    </figure>
  );
}

function bars(counts: readonly number[], most: number): string {
  const sides = counts.map((value, bin) => {
    const y = HEIGHT * (1 - value / most);
    return `M${bin},${HEIGHT}V${y.toFixed(2)}H${bin + 1}V${HEIGHT}`;
  });
  return sides.join('');
}

/** Where 0 stands in the middle or at an end, it is named. */
function edgesOf({ binWidth, binsBelow, binsAbove }: BinScale): string[] {
  const edge = (bins: number) => formatEdge(binWidth * bins);
  return [
    ...(binsBelow > 0 ? [belowZero(edge(binsBelow))] : ['0']),
    ...(binsBelow === binsAbove ? ['0'] : []),
    ...(binsAbove > 0 ? [edge(binsAbove)] : ['0']),
  ];
}

/** "0.5", and where the whole histogram is next to nothing "< 0.001". */
function formatEdge(value: number): string {
  return value < 0.001 ? threeDigits(value) : String(Number(value.toPrecision(3)));
}

/** "−0.5", "> −0.001" */
function belowZero(edge: string): string {
  return edge.startsWith('< ') ? edge.replace('< ', '> −') : `−${edge}`;
}
