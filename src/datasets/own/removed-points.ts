/**
 * Drawn points that the user took away from training, by their numbers in the draw. A repeat that draws other
 * points loses those with the same numbers. The points that stay keep their labels, wrong ones included.
 */
import { takeFold, takeLabels } from '../splitting/fold-rows.ts';
import type { Fold } from '../splitting/fold-rows.ts';
import type { DrawnRows, SplitRequest } from '../splitting/drawn-rows.ts';
import type { GivenLabels } from '../splitting/wrong-labels.ts';

type Removal = Pick<SplitRequest, 'removedPoints' | 'trainingExamples' | 'validationExamples'>;

/** Numbers of the training rows that stay, of drawn ones and own points after them. */
function rowsLeft(rows: number, { removedPoints = [], trainingExamples }: Removal): number[] {
  const removed = new Set(removedPoints);
  return Array.from({ length: rows }, (_, row) => row).filter(
    (row) => row >= trainingExamples || !removed.has(row),
  );
}

/** The very same rows and labels where none is removed. */
export function withoutRemoved(
  drawn: DrawnRows,
  given: GivenLabels,
  request: Removal,
): readonly [DrawnRows, GivenLabels] {
  if ((request.removedPoints ?? []).length === 0) return [drawn, given];
  const first = drawn.validation.count;
  const training = rowsLeft(drawn.training.count, request);
  const validation = [...drawn.validation.targets.keys()];
  const left = takeFold(drawn, { validation, training: training.map((row) => first + row) });
  return [left, takeLabels(given, { validation: [], training })];
}

/** The fold without the removed points: a removed point trains in no fold, and validates as before. */
export function withoutRemovedPositions(fold: Fold, request: Removal): Fold {
  const { removedPoints = [], validationExamples } = request;
  const removed = new Set(removedPoints.map((row) => validationExamples + row));
  return { ...fold, training: fold.training.filter((position) => !removed.has(position)) };
}
