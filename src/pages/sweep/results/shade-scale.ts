/** How strongly a cell is shaded: 1 the best mean, 0 the worst one. */
import type { ShownCell } from '../../../store/sweep/sweep-context.tsx';

/** A loss that has exploded in one cell must not make all the others look alike. */
const WIDEST_IN_MEDIANS = 3;

/** Null: the cell has no mean. */
export function shadeScale(
  cells: readonly ShownCell[],
  better: 'higher' | 'lower',
): (cell: ShownCell) => number | null {
  const badness = (cell: ShownCell) => {
    const mean = cell.validation?.failed === 0 ? cell.validation.mean : NaN;
    return better === 'higher' ? -mean : mean;
  };
  const known = cells
    .map(badness)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const best = known[0] ?? NaN;
  const median = known[Math.floor(known.length / 2)] ?? NaN;
  const worst = known.at(-1) ?? NaN;
  const end = median > best ? Math.min(worst, best + WIDEST_IN_MEDIANS * (median - best)) : worst;
  return (cell) => {
    const value = badness(cell);
    if (!Number.isFinite(value)) return null;
    return end > best ? 1 - Math.min(1, (value - best) / (end - best)) : 1;
  };
}
