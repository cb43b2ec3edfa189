/** Columns that may be the answer under another name. */
import type { Grid } from './read-grid.ts';
import { readNumber } from './read-number.ts';
import type { TablePlan } from './table-plan.ts';

export interface GivenAway {
  readonly column: number;
  /** Share of rows in which the column alone tells the class; or its correlation with the target. */
  readonly by: 'purity' | 'correlation';
  readonly amount: number;
}

const PURITY = 0.95;
const CORRELATION = 0.99;
const MOST_VALUES = 0.6;

/** Throughout, rows without a target are none. */
export function columnsThatGiveAway(grid: Grid, { columns, target }: TablePlan): GivenAway[] {
  if (!target) return [];
  const missing = new Set(grid.format.missingMarks.map((mark) => mark.trim()));
  const rows = grid.rows.filter((cells) => !missing.has(cells[target.column] ?? ''));
  const answers = rows.map((cells) => classOf(cells[target.column] ?? '', target.oneAgainstRest));
  const { decimal } = grid.format;
  return columns.flatMap((one, column): GivenAway[] => {
    if (column === target.column || one.type === 'empty') return [];
    const values = rows.map((cells) => cells[column] ?? '');
    if (target.task === 'classes') {
      const shown = values.map((value) => (missing.has(value) ? MISSING : value));
      // Whether there is a value at all may tell more than which one.
      const isThere = shown.map((value) => (value === MISSING ? value : 'known'));
      const byPresence = purityOf(isThere, answers);
      // Of more values than that too many stand in one row alone.
      const canTell = one.counts.size < MOST_VALUES * rows.length;
      const told = canTell ? Math.max(purityOf(shown, answers), byPresence) : byPresence;
      if (told > 0) return [{ column, by: 'purity', amount: told }];
    }
    const other = columns[target.column];
    if (one.type !== 'number' || other?.type !== 'number') return [];
    const amount = correlation(
      values.map((value) => (missing.has(value) ? NaN : readNumber(value, decimal))),
      rows.map((cells) => readNumber(cells[target.column] ?? '', decimal)),
    );
    return Math.abs(amount) > CORRELATION ? [{ column, by: 'correlation', amount }] : [];
  });
}

/** No cell has it: a zero byte stands in no table. */
const MISSING = '\0';

function classOf(value: string, oneAgainstRest: string | null): string {
  return oneAgainstRest === null || value === oneAgainstRest ? value : MISSING;
}

/**
 * The share of rows whose class the other rows with the same value tell; 0 where that is too small, or little more than
 * the commonest class has.
 */
function purityOf(values: readonly string[], answers: readonly string[]): number {
  const byValue = new Map<string, Map<string, number>>();
  const all = new Map<string, number>();
  values.forEach((value, row) => {
    const answer = answers[row] ?? '';
    const counts = byValue.get(value) ?? new Map<string, number>();
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    byValue.set(value, counts);
    all.set(answer, (all.get(answer) ?? 0) + 1);
  });
  let right = 0;
  // A value that one row has tells nothing of other rows.
  for (const counts of byValue.values()) {
    const most = Math.max(...counts.values());
    if (most > 1) right += most;
  }
  const purity = right / values.length;
  const commonest = Math.max(0, ...all.values()) / values.length;
  return purity >= PURITY && 1 - purity <= (1 - commonest) / 2 ? purity : 0;
}

/** Of the rows that have both. */
function correlation(first: readonly number[], second: readonly number[]): number {
  let [count, meanA, meanB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0];
  first.forEach((a, row) => {
    const b = second[row] ?? NaN;
    if (Number.isNaN(a) || Number.isNaN(b)) return;
    count += 1;
    const [fromA, fromB] = [a - meanA, b - meanB];
    meanA += fromA / count;
    meanB += fromB / count;
    squareA += fromA * (a - meanA);
    squareB += fromB * (b - meanB);
    product += fromA * (b - meanB);
  });
  return count < 3 || squareA === 0 || squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}
