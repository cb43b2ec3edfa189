/**
 * Which rows train, which validate and which stay sealed for the test: a pure function of (seed,
 * replicate, fold) and the counts, never of the arm, so arms with equal data settings get equal rows.
 *
 * Rows are drawn from files (stored-rows.ts) or made (generated-rows.ts); for cross-validation they are
 * divided anew (fold-rows.ts); then, whatever they are, standardised by what the training rows say, and
 * some training labels replaced by wrong ones.
 */
import { STREAM, makeKey } from '../../base/random.ts';
import { DataError } from '../dataset.ts';
import type { Dataset, GeneratedRows, LoadContext, Rows } from '../dataset.ts';
import type { DrawnRows, SplitRequest } from './drawn-rows.ts';
import {
  positionsOf,
  takeFold,
  takeLabels,
  targetsInOrder,
  undividedRequest,
} from './fold-rows.ts';
import { drawGeneratedRows } from '../generated/generated-rows.ts';
import { drawHeldRows } from '../own/held-rows.ts';
import { withOwnPoints } from '../own/own-points.ts';
import { withoutRemoved, withoutRemovedPositions } from '../own/removed-points.ts';
import { rowPartsOf } from './row-parts.ts';
import type { RowParts } from '../../engine/batches/row-parts.ts';
import { fitStandardization, standardizeRows } from './standardization.ts';
import type { Standardization } from './standardization.ts';
import { drawStoredRows } from '../stored/stored-rows.ts';
import { plantWrongLabels } from './wrong-labels.ts';
import type { GivenLabels } from './wrong-labels.ts';

/** `targets` are the labels as given, wrong ones included. */
export interface TrainingRows extends Rows {
  readonly trueTargets: Float32Array;
  /** Indices of the rows with a wrong label, ascending. */
  readonly wrongRows: Int32Array;
}

/** Rows as networks see them. */
export interface Split extends DrawnRows {
  readonly training: TrainingRows;
  /** Validation rows as they are in the set, in their own units. */
  readonly originalValidation: Rows;
  /** What was subtracted and divided by, fitted on the training rows; null: nothing was. */
  readonly standardization: Standardization | null;
  /** Of cross-validation: classes too small for it, which train in every fold and validate in none. */
  readonly keptClasses: readonly number[];
  /** What every drawn row does, in all folds. */
  readonly rowParts: () => RowParts;
}

/** Throws a `DataError` if rows cannot be loaded or divided, or are fewer than asked for. */
export async function loadSplit(request: SplitRequest, context: LoadContext): Promise<Split> {
  const { rows } = request.dataset;
  if (rows.kind === 'generated') return drawSplit(request, rows);
  if (rows.kind === 'held') return splitRows(drawHeldRows(drawRequest(request), rows), request);
  return splitRows(await drawStoredRows(drawRequest(request), rows, context), request);
}

/** The split of rows that are made, which needs no waiting. */
export function drawSplit(request: SplitRequest, rows: GeneratedRows): Split {
  return splitRows(drawGeneratedRows(drawRequest(request), rows), request);
}

function drawRequest(request: SplitRequest): SplitRequest {
  return request.foldCount === undefined ? request : undividedRequest(request, request.foldCount);
}

function splitRows(drawn: DrawnRows, request: SplitRequest): Split {
  const { dataset, foldCount, trainingExamples, ownPoints = [] } = request;
  const hasClasses = dataset.task === 'classification';
  if (foldCount === undefined) {
    // Not among own points: they have the class that the user gave them.
    const labels = drawn.training.targets.subarray(0, trainingExamples);
    const [left, given] = withoutRemoved(drawn, giveLabels(labels, request), request);
    return prepareSplit(left, given, dataset, () => rowPartsOf(drawn, null, hasClasses));
  }
  const fold = withoutRemovedPositions(positionsOf(drawn, request, foldCount), request);
  // Labels are given before rows are divided, so that a row that trains has the same label in every fold.
  const given = giveLabels(targetsInOrder(drawn), drawRequest(request));
  const taken = takeFold(drawn, fold);
  const training = withOwnPoints(taken.training, ownPoints);
  if (training.count === 0)
    throw new DataError(
      `Fold ${request.fold + 1} is left without a training point: put removed points back, or use more examples.`,
    );
  const rowParts = () => rowPartsOf(drawn, fold.parts, hasClasses);
  const split = prepareSplit({ ...taken, training }, takeLabels(given, fold), dataset, rowParts);
  return { ...split, keptClasses: fold.keptClasses };
}

function giveLabels(trueLabels: Float32Array, request: SplitRequest): GivenLabels {
  const { dataset, seed, replicate, fold, trainingDraw = replicate } = request;
  const share = dataset.task === 'classification' ? request.wrongLabelShare : 0;
  const key = makeKey(seed, STREAM.wrongLabels, trainingDraw, fold);
  return plantWrongLabels(trueLabels, dataset.outputs, share, key);
}

function prepareSplit(
  drawn: DrawnRows,
  given: GivenLabels,
  dataset: Dataset,
  rowParts: Split['rowParts'],
): Split {
  const standardization = fitStandardization(drawn.training, dataset.standardizes);
  const prepare = (rows: Rows) => standardizeRows(rows, standardization);
  return {
    training: withWrongLabels(prepare(drawn.training), given),
    validation: prepare(drawn.validation),
    originalValidation: drawn.validation,
    numbers: drawn.numbers,
    sealedTestRows: drawn.sealedTestRows,
    loadTest: async (testContext) => prepare(await drawn.loadTest(testContext)),
    standardization,
    keptClasses: [],
    rowParts,
  };
}

function withWrongLabels(rows: Rows, { targets: given, wrongRows }: GivenLabels): TrainingRows {
  const targets = rows.targets.slice();
  for (const row of wrongRows) targets[row] = given[row] ?? NaN;
  return { ...rows, targets, wrongRows, trueTargets: rows.targets };
}
