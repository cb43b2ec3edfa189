/** Differences of a best cell to others over the same folds and seeds, as conclusions use them. */
import { PERCENT_SIGN } from '../../base/text/percent-sign.ts';
import { digitsFor, rangeText } from '../metric.ts';
import type { MetricWording } from '../metric.ts';
import { differenceOf } from './cell-difference.ts';
import type { CellDifference } from './cell-difference.ts';
import type { ChoiceGroup } from './choice-groups.ts';
import type { JudgedCell } from './choose-cell.ts';
import type { ConclusionMaterial } from './conclusion-material.ts';
import { betterWord, isShare, worseWord } from './sweep-words.ts';

/** By how much the best is better than each other cell: above 0 where it is. */
export interface Lead {
  readonly cell: JudgedCell;
  /** Null: one training a cell. */
  readonly difference: CellDifference | null;
  readonly isClear: boolean;
}

export function leadOver(
  { metric, judgement }: ConclusionMaterial,
  { choice: { best } }: ChoiceGroup,
  cell: JudgedCell,
): Lead {
  // Seeds share all their rows or draw their own: the correction is for folds, and the sentences say so.
  const rows = judgement.foldCount === null ? { training: 1, validation: 0 } : judgement.rows;
  const resolution = isShare(metric) ? 1 / judgement.rows.validation : 0;
  const [one, other] =
    metric.better === 'highest' ? [best.scores, cell.scores] : [cell.scores, best.scores];
  const difference = differenceOf(one, other, rows, resolution);
  return { cell, difference, isClear: difference !== null && difference.low > 0 };
}

/** "higher by 0.8 points (95 % interval −2.1 to +3.7)": of the best, seen from the other. */
export function leadText(metric: MetricWording, { difference }: Lead): string {
  if (!difference) return '';
  const range = [difference.low, difference.high] as const;
  const digits = digitsFor(metric, range);
  const size = Math.abs(difference.mean * metric.scale).toFixed(digits);
  const word = difference.mean < 0 ? worseWord(metric) : betterWord(metric);
  return `${word} by ${size}${metric.differenceUnit} (95${PERCENT_SIGN} interval ${rangeText(metric, range, digits)})`;
}

/**
 * The cell that is as the best but for what regularizes it: "off", or the weakest that was tried. Null: no
 * axis has such an end, or it is the best itself.
 */
export function plainCellOf(
  { axes }: ConclusionMaterial,
  { cells, choice: { best } }: ChoiceGroup,
): JudgedCell | null {
  const place = axes.map(({ off, simpler }, axis) => {
    if (off !== null) return off;
    return simpler === 'last' ? 0 : (best.place[axis] ?? 0);
  });
  const found = cells.find((cell) => cell.place.join() === place.join());
  return found && found !== best ? found : null;
}
