/**
 * Cross-validation: the rows drawn for training and validation, divided into parts of which each
 * validates once while the others train. The sealed test rows are no part of it.
 *
 * Rows are in one order, validation rows first and then training rows, and in classification class after class
 * (stratification: Kohavi 1995, IJCAI). Of every `foldCount` rows in that order one goes to each part, by a
 * permutation drawn for those rows alone. So parts differ by one row at most, and by two of any class. A class with
 * fewer rows than there are folds cannot validate in each of them: its rows train in all folds and validate in none.
 * Where every class is that small, as in leave-one-out, rows are divided without regard to classes.
 */
import { STREAM, extendKey, makeKey, permutation } from '../../base/random.ts';
import { foldProblem } from './fold-problem.ts';
import { DataError } from '../dataset.ts';
import type { Dataset, Rows } from '../dataset.ts';
import type { DrawnRows, RowNumbers, SplitRequest } from './drawn-rows.ts';
import type { GivenLabels } from './wrong-labels.ts';

/** Part of the key: never renumber. Pools of files have 0 and 1 (stored-rows.ts). */
const PARTS_KEY = 2;

function checkFolds(foldCount: number, fold: number, rows: number): void {
  const problem = foldProblem(foldCount, rows);
  if (problem !== null) throw new DataError(problem);
  if (!Number.isInteger(fold) || fold < 0 || fold >= foldCount)
    throw new DataError(
      `There is no fold ${fold}: ${foldCount} folds are numbered from 0 to ${foldCount - 1}.`,
    );
}

/** In place of a part's number: the row validates in no fold and trains in all of them. */
export const VALIDATES_NEVER = -1;

/** [row] the part, from 0, of each row in order. */
function partsOf(
  rows: number,
  order: readonly number[],
  foldCount: number,
  key: number,
): Int32Array {
  const parts = new Int32Array(rows).fill(VALIDATES_NEVER);
  for (let start = 0; start < order.length; start += foldCount) {
    const drawn = permutation(foldCount, extendKey(key, start / foldCount));
    order.slice(start, start + foldCount).forEach((row, i) => (parts[row] = drawn[i] ?? 0));
  }
  return parts;
}

/** Rows that validate, class after class. */
function orderOf(labels: Float32Array, isClassification: boolean, foldCount: number): number[] {
  const rows = [...labels.keys()];
  if (!isClassification) return rows;
  const large = classesOf(labels, () => true)
    .map((label) => rows.filter((row) => labels[row] === label))
    .filter((members) => members.length >= foldCount);
  return large.length === 0 ? rows : large.flat();
}

/**
 * The request for the rows that are divided: the same in every fold, and enough rows for the arm and for the parts.
 * Throws a `DataError` where rows cannot be divided like that.
 */
export function undividedRequest(request: SplitRequest, foldCount: number): SplitRequest {
  const { trainingExamples, dividedTrainingExamples = trainingExamples } = request;
  checkFolds(foldCount, request.fold, dividedRows(request));
  const most = Math.max(trainingExamples, dividedTrainingExamples);
  return { ...request, trainingExamples: most, ownPoints: [], fold: 0 };
}

/** Positions in the order of rows, ascending. */
interface Positions {
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

export interface Fold extends Positions {
  /** [position] the part in which it validates, or that it never does. */
  readonly parts: Int32Array;
  /** Classes with fewer rows than folds: their rows train in every fold and validate in none. */
  readonly keptClasses: readonly number[];
}

/**
 * Validation rows are one part, the same for all arms; an arm trains on its own number of the rows in
 * order, without those.
 */
export function positionsOf(drawn: DrawnRows, request: SplitRequest, foldCount: number): Fold {
  const { seed, replicate, fold, trainingExamples, validationExamples, dataset } = request;
  const key = makeKey(seed, STREAM.split, replicate, 0, PARTS_KEY);
  const rows = dividedRows(request);
  const labels = targetsInOrder(drawn).subarray(0, rows);
  const order = orderOf(labels, dataset.task === 'classification', foldCount);
  const first = firstOfEqual(drawn, dataset);
  const leaders = first ? order.filter((row) => first(row) === row) : order;
  const parts = partsOf(rows, leaders, foldCount, key);
  if (first && leaders.length < foldCount)
    throw new DataError(
      `Equal rows validate together, and there are only ${leaders.length} different ones: too few for ${foldCount} folds.`,
    );
  if (first) for (const row of order) parts[row] = parts[first(row)] ?? VALIDATES_NEVER;
  const own = Array.from(
    { length: validationExamples + trainingExamples },
    (_, position) => position,
  );
  return {
    parts,
    training: own.filter((position) => parts[position] !== fold),
    validation: [...parts.keys()].filter((position) => parts[position] === fold),
    keptClasses: classesOf(labels, (position) => parts[position] === VALIDATES_NEVER),
  };
}

/** The first in order of the rows that are equal to a row: they validate together. Null: no rows are known to be. */
function firstOfEqual({ numbers }: DrawnRows, { rows }: Dataset): ((row: number) => number) | null {
  if (rows.kind !== 'held' || !numbers) return null;
  const firsts = new Map<number, number>();
  const equals = Array.from([...numbers.validation, ...numbers.training], (number, row) => {
    const equal = rows.firstEqual[number] ?? number;
    if (!firsts.has(equal)) firsts.set(equal, row);
    return firsts.get(equal) ?? row;
  });
  return (row) => equals[row] ?? row;
}

/** The classes of the rows for which `isSo` holds, ascending. */
function classesOf(labels: Float32Array, isSo: (position: number) => boolean): number[] {
  const found = new Set([...labels].filter((_, position) => isSo(position)));
  return [...found].sort((a, b) => a - b);
}

function dividedRows(request: SplitRequest): number {
  const { trainingExamples, dividedTrainingExamples = trainingExamples } = request;
  return request.validationExamples + dividedTrainingExamples;
}

/** The rows of one fold, in their order. */
export function takeFold(drawn: DrawnRows, { training, validation }: Positions): DrawnRows {
  return {
    ...drawn,
    training: takeRows(drawn, training),
    validation: takeRows(drawn, validation),
    numbers: drawn.numbers && {
      training: takeNumbers(drawn.numbers, training),
      validation: takeNumbers(drawn.numbers, validation),
    },
  };
}

/** [row] true labels in the order of rows. */
export function targetsInOrder({ training, validation }: DrawnRows): Float32Array {
  const targets = new Float32Array(validation.count + training.count);
  targets.set(validation.targets);
  targets.set(training.targets, validation.count);
  return targets;
}

/** The labels of the fold's training rows, taken from the labels given to all rows. */
export function takeLabels(given: GivenLabels, { training }: Positions): GivenLabels {
  const wrong = new Set(given.wrongRows);
  return {
    targets: Float32Array.from(training, (position) => given.targets[position] ?? NaN),
    wrongRows: Int32Array.from(
      [...training.keys()].filter((row) => wrong.has(training[row] ?? -1)),
    ),
  };
}

function takeRows({ training, validation }: DrawnRows, positions: readonly number[]): Rows {
  const width = widthOf(training, validation);
  const size = positions.length * width;
  const isBytes = training.features instanceof Uint8Array;
  const features = isBytes ? new Uint8Array(size) : new Float32Array(size);
  const targets = new Float32Array(positions.length);
  positions.forEach((position, row) => {
    const isSecond = position >= validation.count;
    const from = isSecond ? training : validation;
    const fromRow = isSecond ? position - validation.count : position;
    features.set(from.features.subarray(fromRow * width, (fromRow + 1) * width), row * width);
    targets[row] = from.targets[fromRow] ?? NaN;
  });
  return { ...training, count: positions.length, features, targets };
}

function widthOf(...parts: readonly Rows[]): number {
  const filled = parts.find(({ count }) => count > 0);
  return filled ? filled.features.length / filled.count : 0;
}

function takeNumbers(numbers: RowNumbers, positions: readonly number[]): Int32Array {
  const { validation, training } = numbers;
  return Int32Array.from(
    positions,
    (position) => validation[position] ?? training[position - validation.length] ?? -1,
  );
}
