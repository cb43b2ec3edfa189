/**
 * Draws the rows of a generated set: training, validation and test rows each from a key of their own,
 * so none of them changes with the number of the others.
 */
import { STREAM, makeKey } from '../../base/random.ts';
import { DataError } from '../dataset.ts';
import type { GeneratedRows, Rows } from '../dataset.ts';
import { withOwnPoints } from '../own/own-points.ts';
import type { DrawnRows, RowNumbers, SplitRequest } from '../splitting/drawn-rows.ts';

/** Part of the key: never renumber. */
const PART = { training: 0, validation: 1, test: 2 } as const;

/** Throws a `DataError` for more rows than are made. */
export function drawGeneratedRows(request: SplitRequest, rows: GeneratedRows): DrawnRows {
  const { dataset, trainingExamples, validationExamples, noise, ownPoints = [] } = request;
  const { seed, replicate, fold, trainingDraw = replicate } = request;
  const { training, heldOut } = dataset.poolRows;
  if (trainingExamples > training || validationExamples > (heldOut ?? 0))
    throw new DataError(`${dataset.label} has fewer examples than were asked for.`);
  const draw = (part: keyof typeof PART, count: number) => {
    const of = part === 'training' ? trainingDraw : replicate;
    return rows.draw(count, noise, makeKey(seed, STREAM.generatedData, of, fold, PART[part]));
  };
  return {
    training: withOwnPoints(draw('training', trainingExamples), ownPoints),
    validation:
      request.trainingDraw === undefined
        ? draw('validation', validationExamples)
        : gridOf(request, rows),
    numbers: request.foldCount === undefined ? null : numbersOf(request),
    sealedTestRows: rows.testRows,
    loadTest: () => Promise.resolve(draw('test', rows.testRows)),
  };
}

function gridOf({ dataset, validationExamples }: SplitRequest, { truth }: GeneratedRows): Rows {
  if (truth?.gridRows !== validationExamples)
    throw new DataError(
      truth
        ? `The truth of ${dataset.label} is known at ${truth.gridRows} places, not at ${validationExamples}.`
        : `Nobody has written down what the points of ${dataset.label} are drawn around.`,
    );
  return truth.grid();
}

/** No two draws share a row; folds of one draw do. */
function numbersOf({ dataset, replicate, ...counts }: SplitRequest): RowNumbers {
  const { training, heldOut } = dataset.poolRows;
  const first = replicate * (training + (heldOut ?? 0));
  return {
    training: Int32Array.from({ length: counts.trainingExamples }, (_, row) => first + row),
    validation: Int32Array.from(
      { length: counts.validationExamples },
      (_, row) => first + training + row,
    ),
  };
}
