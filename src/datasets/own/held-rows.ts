/**
 * Draws the rows of a table that the user brought: a pure function of (seed, replicate, fold) and the counts.
 *
 * Rows have a drawn order in which equal ones stand together. Validation rows are taken from its end and training
 * rows from its beginning, equal rows all or none: what does not fit into what is left to take is passed over. The
 * test has the rest. So no row that trains is equal to one that validates or tests.
 */
import { STREAM, makeKey, permutation } from '../../base/random.ts';
import { DataError } from '../dataset.ts';
import type { HeldRows, Rows } from '../dataset.ts';
import type { DrawnRows, SplitRequest } from '../splitting/drawn-rows.ts';

/** Part of the key: never renumber. Pools of files have 0 and 1, parts 2, draws beside validation rows 3. */
const HELD_KEY = 4;

/** Throws a `DataError` if rows cannot be divided so. */
export function drawHeldRows(request: SplitRequest, { all, firstEqual }: HeldRows): DrawnRows {
  const { dataset, trainingExamples, validationExamples, seed, replicate, fold } = request;
  if (request.trainingDraw !== undefined)
    throw new DataError(
      `Training sets of ${dataset.label} are not drawn beside its validation rows.`,
    );
  const key = makeKey(seed, STREAM.split, replicate, fold, HELD_KEY);
  const groups = drawnGroups(firstEqual, key);
  const [validation, others] = takeGroups(groups.toReversed(), validationExamples);
  const [training, rest] = takeGroups(others.toReversed(), trainingExamples);
  if (validation.length < validationExamples || training.length < trainingExamples)
    throw new DataError(
      `${dataset.label} cannot be divided into ${trainingExamples} training and ${validationExamples} validation rows so that equal rows stay together. Use fewer of them.`,
    );
  const test = rest.flat();
  return {
    training: rowsAt(all, training),
    validation: rowsAt(all, validation),
    numbers: { training: Int32Array.from(training), validation: Int32Array.from(validation) },
    sealedTestRows: test.length,
    loadTest: () => Promise.resolve(rowsAt(all, test)),
  };
}

type Group = readonly number[];

/** Equal rows, in drawn order. */
function drawnGroups(firstEqual: Int32Array, key: number): Group[] {
  const groups = new Map<number, number[]>();
  firstEqual.forEach((first, row) => {
    const group = groups.get(first);
    if (group) group.push(row);
    else groups.set(first, [row]);
  });
  const inOrder = [...groups.values()];
  return Array.from(permutation(inOrder.length, key), (group) => inOrder[group] ?? []);
}

/** So many rows of the first groups that fit, and the groups that are left, in their order. */
function takeGroups(groups: readonly Group[], count: number): [rows: number[], left: Group[]] {
  const rows: number[] = [];
  const left = groups.filter((group) => {
    if (rows.length + group.length > count) return true;
    for (const row of group) rows.push(row);
    return false;
  });
  return [rows, left];
}

function rowsAt({ features, targets, count: of, ...others }: Rows, rows: readonly number[]): Rows {
  const width = features.length / of;
  const taken = new Float32Array(rows.length * width);
  rows.forEach((row, i) => taken.set(features.subarray(row * width, (row + 1) * width), i * width));
  return {
    ...{ ...others, count: rows.length, features: taken },
    targets: Float32Array.from(rows, (row) => targets[row] ?? NaN),
  };
}
