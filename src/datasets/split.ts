/**
 * Which rows train, which validate and which stay sealed for the test: a pure function of (seed,
 * replicate, fold) and the counts, never of the arm, so arms with equal data settings get equal rows.
 *
 * Rows are drawn from files (stored-rows.ts) or made (generated-rows.ts); then, whatever they are,
 * standardised by what the training rows say, and some training labels replaced by wrong ones.
 */
import { STREAM, makeKey } from '../base/random.ts';
import type { Dataset, GeneratedRows, LoadContext, Rows } from './dataset.ts';
import { drawGeneratedRows } from './generated-rows.ts';
import type { OwnPoint } from './own-points.ts';
import { fitStandardization, standardizeRows } from './standardization.ts';
import type { Standardization } from './standardization.ts';
import { drawStoredRows } from './stored-rows.ts';
import { plantWrongLabels } from './wrong-labels.ts';

export interface SplitRequest {
  readonly dataset: Dataset;
  readonly trainingExamples: number;
  readonly validationExamples: number;
  /** 0..1; does not apply to regression. */
  readonly wrongLabelShare: number;
  /** Of a generated set that has some. */
  readonly noise: number;
  /** Of a generated set in the plane: training examples besides the drawn ones. */
  readonly ownPoints?: readonly OwnPoint[];
  readonly seed: number;
  readonly replicate: number;
  readonly fold: number;
}

/** Rows as they are in the set. */
export interface DrawnRows {
  readonly training: Rows;
  readonly validation: Rows;
  /** Null: no validation row can be a training row of another draw. */
  readonly numbers: RowNumbers | null;
  readonly sealedTestRows: number;
  /** Breaks the seal: loads the test rows, all of them. */
  readonly loadTest: (context: LoadContext) => Promise<Rows>;
}

/** Which rows of the set they are: [row]. */
export interface RowNumbers {
  readonly training: Int32Array;
  readonly validation: Int32Array;
}

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
}

/** Throws a `DataError` if rows cannot be loaded or are fewer than asked for. */
export async function loadSplit(request: SplitRequest, context: LoadContext): Promise<Split> {
  const { rows } = request.dataset;
  if (rows.kind === 'generated') return drawSplit(request, rows);
  return prepareSplit(await drawStoredRows(request, rows, context), request);
}

/** Of rows that are made, at once. */
export function drawSplit(request: SplitRequest, rows: GeneratedRows): Split {
  return prepareSplit(drawGeneratedRows(request, rows), request);
}

function prepareSplit(drawn: DrawnRows, request: SplitRequest): Split {
  const standardization = fitStandardization(drawn.training, request.dataset.standardizes);
  const prepare = (rows: Rows) => standardizeRows(rows, standardization);
  return {
    training: withWrongLabels(prepare(drawn.training), request),
    validation: prepare(drawn.validation),
    originalValidation: drawn.validation,
    numbers: drawn.numbers,
    sealedTestRows: drawn.sealedTestRows,
    loadTest: async (testContext) => prepare(await drawn.loadTest(testContext)),
    standardization,
  };
}

function withWrongLabels(rows: Rows, request: SplitRequest): TrainingRows {
  const { dataset, trainingExamples, seed, replicate, fold } = request;
  const share = dataset.task === 'classification' ? request.wrongLabelShare : 0;
  const key = makeKey(seed, STREAM.wrongLabels, replicate, fold);
  // Not among own points: they have the class that the user gave them.
  const drawn = rows.targets.subarray(0, trainingExamples);
  const { targets: given, wrongRows } = plantWrongLabels(drawn, dataset.outputs, share, key);
  const targets = rows.targets.slice();
  targets.set(given);
  return { ...rows, targets, wrongRows, trueTargets: rows.targets };
}
