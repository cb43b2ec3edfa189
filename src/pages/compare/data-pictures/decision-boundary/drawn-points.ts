/** Drawn training points by their numbers, and what they are called. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import type { Split } from '../../../../datasets/splitting/split.ts';
import { pointText } from './point-text.ts';

export interface DrawnPoint {
  /** From 0. */
  readonly row: number;
  /** With the label that it is given, and with coordinates rounded as the page writes them. */
  readonly point: OwnPoint;
  readonly isWrong: boolean;
}

/** All that were drawn for an arm, in their order. */
export function drawnPoints({ training }: Split): readonly DrawnPoint[] {
  const { features, targets, wrongRows } = training;
  const wrong = new Set(wrongRows);
  return Array.from(targets, (label, row) => ({
    row,
    point: [hundredths(features[2 * row]), hundredths(features[2 * row + 1]), label],
    isWrong: wrong.has(row),
  }));
}

/** "drawn point 7, inner at 0.52, −0.3, wrong label" */
export function drawnText(dataset: Dataset, { row, point, isWrong }: DrawnPoint): string {
  return `${drawnName(row)}, ${pointText(dataset, point)}${isWrong ? ', wrong label' : ''}`;
}

/** All there is to say of one that is not drawn. */
export function drawnName(row: number): string {
  return `drawn point ${row + 1}`;
}

/** Adding 0 makes 0 of −0. */
function hundredths(value = NaN): number {
  return Math.round(value * 100) / 100 + 0;
}
