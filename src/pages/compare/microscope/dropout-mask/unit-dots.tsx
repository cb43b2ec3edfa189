/** The units of a layer as dots: those that took part are full, dropped ones hollow and crossed. */
import { count } from '../../../../base/text/figure-text.ts';
import styles from './dropout-mask.module.css';
import { droppedIn } from './mask-of-row.ts';

interface UnitDotsProps {
  readonly name: string;
  /** [unit]: 1 where it is dropped. */
  readonly dropped: Uint8Array;
}

const CELL = 10;
const RADIUS = 3.6;
const MOST_COLUMNS = 32;
/** Of a cell: a letter of the text. */
const LARGEST_EM = 1;

export function UnitDots({ name, dropped }: UnitDotsProps) {
  const units = dropped.length;
  const columns = Math.min(MOST_COLUMNS, units);
  const rows = Math.ceil(units / columns);
  const words = `${name}: ${count(droppedIn(dropped))} of ${count(units)} dropped`;
  return (
    <figure className={styles.layer}>
      <figcaption>{words}</figcaption>
      <svg
        className={styles.dots}
        style={{ maxWidth: `${columns * LARGEST_EM}em` }}
        viewBox={`0 0 ${columns * CELL} ${rows * CELL}`}
        role="img"
        aria-label={words}
      >
        <path className={styles.kept} d={dots(dropped, 0, columns)} />
        <path className={styles.dropped} d={dots(dropped, 1, columns)} />
      </svg>
    </figure>
  );
}

/** Those whose mark is `mark`; dropped ones with a cross. */
function dots(dropped: Uint8Array, mark: 0 | 1, columns: number): string {
  let path = '';
  dropped.forEach((own, unit) => {
    if (own !== mark) return;
    const x = ((unit % columns) + 0.5) * CELL;
    const y = (Math.floor(unit / columns) + 0.5) * CELL;
    path += `M${x - RADIUS},${y}a${RADIUS},${RADIUS} 0 1 0 ${2 * RADIUS},0a${RADIUS},${RADIUS} 0 1 0 ${-2 * RADIUS},0Z`;
    if (mark === 1) path += `M${x - 2},${y - 2}l4,4m0,-4l-4,4`;
  });
  return path;
}
