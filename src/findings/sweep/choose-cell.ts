/**
 * Which cell of a sweep to take: the best one, and the simplest one that is not worse than it by more than its
 * standard error (Breiman et al. 1984, 3.4.3; Hastie, Tibshirani & Friedman 2009, 7.10).
 */
import { summariseScores } from './score-summary.ts';
import type { CellScores, ScoreSummary } from './score-summary.ts';

export type Better = 'highest' | 'lowest';

/** Which end of an axis is the simpler network: strength and rate up, width, layers, epochs, patience and a limit down. */
export type SimplerEnd = 'first' | 'last' | 'neither';

export interface JudgedAxis {
  /** How many values it has, in their order. */
  readonly count: number;
  readonly simpler: SimplerEnd;
  /** Place of the value that leaves a regularizer out, which is never simpler than with it; null or −1: there is none. */
  readonly off?: number | null;
}

export interface JudgedCell {
  /** Place on each axis, from 0. */
  readonly place: readonly number[];
  readonly scores: CellScores;
  readonly summary: ScoreSummary;
}

export interface CellChoice {
  readonly best: JudgedCell;
  /** Others with the same mean. */
  readonly ties: readonly JudgedCell[];
  /** Null: a single split has no standard error, or no axis has a simpler end. */
  readonly simplest: JudgedCell | null;
  /** The worst mean that is within one standard error of the best; null without one. */
  readonly cutOff: number | null;
  /** Axes on which the best cell lies at an edge of more than one value: the best may lie beyond. */
  readonly edges: readonly { readonly axis: number; readonly end: 'first' | 'last' }[];
}

export function judgeCells(
  cells: readonly { readonly place: readonly number[]; readonly scores: CellScores }[],
): JudgedCell[] {
  return cells.map(({ place, scores }) => ({ place, scores, summary: summariseScores(scores) }));
}

/** Null: no cell has all its scores. */
export function chooseCell(
  cells: readonly JudgedCell[],
  axes: readonly JudgedAxis[],
  better: Better,
): CellChoice | null {
  const whole = cells.filter(({ summary }) => summary.failed === 0 && summary.trainings > 0);
  const isBetter = (a: number, b: number) =>
    !isLevel(a, b) && (better === 'highest' ? a > b : a < b);
  const [first, ...others] = whole;
  if (!first) return null;
  const best = others.reduce(
    (champion, cell) => (isBetter(cell.summary.mean, champion.summary.mean) ? cell : champion),
    first,
  );
  const cutOff = cutOffOf(best.summary, better);
  const within =
    cutOff === null ? [] : whole.filter(({ summary }) => !isBetter(cutOff, summary.mean));
  const hasSimpler = axes.some(({ simpler }) => simpler !== 'neither');
  const order = bySimplicity(axes, isBetter);
  return {
    best,
    ties: whole.filter((cell) => cell !== best && isLevel(cell.summary.mean, best.summary.mean)),
    simplest: hasSimpler ? ([...within].sort(order)[0] ?? null) : null,
    cutOff,
    edges: edgesOf(best, axes),
  };
}

/** The same figures in another order have a mean that differs in its last bits. */
function isLevel(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

function cutOffOf({ mean, standardError }: ScoreSummary, better: Better): number | null {
  if (standardError === null) return null;
  return better === 'highest' ? mean - standardError : mean + standardError;
}

/** The first axis decides, then the second; of equals the better mean. */
function bySimplicity(axes: readonly JudgedAxis[], isBetter: (a: number, b: number) => boolean) {
  return (a: JudgedCell, b: JudgedCell): number => {
    for (const [axis, { simpler, off }] of axes.entries()) {
      if (simpler === 'neither') continue;
      const [own, other] = [a.place[axis] ?? 0, b.place[axis] ?? 0];
      if (own === other) continue;
      if (own === off || other === off) return own === off ? 1 : -1;
      return simpler === 'first' ? own - other : other - own;
    }
    if (isLevel(a.summary.mean, b.summary.mean)) return 0;
    return isBetter(a.summary.mean, b.summary.mean) ? -1 : 1;
  };
}

function edgesOf({ place }: JudgedCell, axes: readonly JudgedAxis[]): CellChoice['edges'] {
  return axes.flatMap(({ count }, axis): CellChoice['edges'] => {
    if (count < 2) return [];
    if (place[axis] === 0) return [{ axis, end: 'first' }];
    return place[axis] === count - 1 ? [{ axis, end: 'last' }] : [];
  });
}
