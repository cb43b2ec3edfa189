/**
 * Draws the rows of a set that is kept in files: a pure function of (seed, replicate, fold) and the
 * counts.
 *
 * Each pool has an order: its shards in drawn order, rows permuted within each. Training rows are
 * its beginning, so a smaller training set is part of a larger one and only the shards needed are
 * loaded. Validation rows are the beginning of the held-out pool's order or, with one pool, the end
 * of its order; so they do not change with the number of training rows. The test has what is left.
 */
import { STREAM, extendKey, makeKey, permutation } from '../../base/random.ts';
import { allOrNone } from '../splitting/all-or-none.ts';
import { DataError } from '../dataset.ts';
import type { LoadContext, PoolName, Rows, StoredRows } from '../dataset.ts';
import type { DrawnRows, SplitRequest } from '../splitting/drawn-rows.ts';

/** What is drawn, and where its rows are. */
interface StoredRequest extends SplitRequest {
  readonly stored: StoredRows;
}

/** Throws a `DataError` if rows cannot be loaded or are fewer than asked for. */
export async function drawStoredRows(
  splitRequest: SplitRequest,
  stored: StoredRows,
  context: LoadContext,
): Promise<DrawnRows> {
  const request: StoredRequest = { ...splitRequest, stored };
  if (request.trainingDraw !== undefined && request.dataset.poolRows.heldOut === null)
    return drawBesideValidation(request, request.trainingDraw, context);
  const ranges = splitRanges(request);
  const [training, validation] = await loadRanges(
    request,
    [ranges.training, ranges.validation],
    context,
  );
  const { test } = ranges;
  const isOnePool = ranges.training.pool === ranges.validation.pool;
  const areShared = isOnePool || request.foldCount !== undefined;
  return {
    training,
    validation,
    numbers: areShared
      ? {
          training: rowNumbers(request, ranges.training),
          validation: rowNumbers(request, ranges.validation),
        }
      : null,
    sealedTestRows: test.end - test.start,
    loadTest: async (testContext) =>
      takeRange(await loadPool(request, [test], testContext), test, request),
  };
}

/** Part of the key of training rows that are drawn beside given validation rows: never renumber. */
const DRAWS_KEY = 3;

/**
 * For a set of one pool: training rows are drawn from all rows that do not validate, so that none is left for a
 * test.
 */
async function drawBesideValidation(
  request: StoredRequest,
  draw: number,
  context: LoadContext,
): Promise<DrawnRows> {
  const { dataset, trainingExamples, seed } = request;
  const { validation } = splitRanges(request);
  const all: Range = { pool: 'training', start: 0, end: dataset.poolRows.training };
  const pool = await loadPool(request, [all], context);
  const key = extendKey(makeKey(seed, STREAM.split, draw), DRAWS_KEY);
  const positions = permutation(validation.start, key).subarray(0, trainingExamples);
  const numbers = rowNumbers(request, all);
  return {
    training: rowsAt(pool.rows, positions),
    validation: takeRange(pool, validation, request),
    numbers: {
      training: Int32Array.from(positions, (position) => numbers[position] ?? -1),
      validation: numbers.slice(validation.start),
    },
    sealedTestRows: 0,
    loadTest: () =>
      Promise.reject(
        new DataError(
          `Many training sets are drawn from ${dataset.label}: none of its rows is left for a test.`,
        ),
      ),
  };
}

function rowsAt(rows: Rows, positions: Int32Array): Rows {
  const width = rows.features.length / rows.count;
  const features = rows.features.slice(0, positions.length * width);
  positions.forEach((position, row) =>
    features.set(rows.features.subarray(position * width, (position + 1) * width), row * width),
  );
  return {
    ...rows,
    count: positions.length,
    features,
    targets: Float32Array.from(positions, (position) => rows.targets[position] ?? NaN),
  };
}

/** Positions in the order of a pool, `end` excluded. */
interface Range {
  readonly pool: PoolName;
  readonly start: number;
  readonly end: number;
}

function splitRanges({ dataset, trainingExamples, validationExamples }: SplitRequest) {
  const { training: rows, heldOut } = dataset.poolRows;
  const needed = heldOut === null ? trainingExamples + validationExamples : trainingExamples;
  if (needed > rows || validationExamples > (heldOut ?? rows))
    throw new DataError(`${dataset.label} has fewer examples than were asked for.`);
  const training: Range = { pool: 'training', start: 0, end: trainingExamples };
  if (heldOut !== null) {
    const validation: Range = { pool: 'heldOut', start: 0, end: validationExamples };
    return { training, validation, test: { ...validation, start: validation.end, end: heldOut } };
  }
  const validation: Range = { pool: 'training', start: rows - validationExamples, end: rows };
  const test: Range = { pool: 'training', start: training.end, end: validation.start };
  return { training, validation, test };
}

/** Rows of two ranges; of one pool they are loaded together, so that no shard is loaded twice. */
async function loadRanges(
  request: StoredRequest,
  [first, second]: readonly [Range, Range],
  context: LoadContext,
): Promise<[Rows, Rows]> {
  if (first.pool === second.pool) {
    const pool = await loadPool(request, [first, second], context);
    return [takeRange(pool, first, request), takeRange(pool, second, request)];
  }
  const progress = shareProgress(context.onProgress);
  const tasks = [first, second].map((range, part) => async (signal: AbortSignal) => {
    const partContext = { ...context, signal, onProgress: progress(part) };
    return takeRange(await loadPool(request, [range], partContext), range, request);
  });
  const [rows, otherRows] = await allOrNone(tasks, context.signal);
  if (!rows || !otherRows) throw new Error('allOrNone gave none');
  return [rows, otherRows];
}

/** Adds up the progress of two loads; waits until both totals are known. */
function shareProgress(onProgress: LoadContext['onProgress']) {
  const parts: { loaded: number; total: number }[] = [];
  return (part: number) => (loaded: number, total: number) => {
    parts[part] = { loaded, total };
    const [one, other] = parts;
    if (one && other) onProgress(one.loaded + other.loaded, one.total + other.total);
  };
}

/** Part of a pool, its rows in order. */
interface LoadedPool {
  readonly rows: Rows;
  /** Where each loaded shard begins: in the pool's order, and in `rows`. */
  readonly shards: readonly { start: number; end: number; index: number; loadedStart: number }[];
}

async function loadPool(
  request: StoredRequest,
  ranges: readonly Range[],
  context: LoadContext,
): Promise<LoadedPool> {
  const { stored } = request;
  const pool = ranges[0]?.pool ?? 'training';
  const key = poolKey(request, pool);
  const shards = neededShards(stored.shardRows[pool], extendKey(key, 0), ranges);
  const indexes = shards.map(({ index }) => index);
  const rows = await stored.loadShards(pool, indexes, context);
  for (const { index, loadedStart, start, end } of shards)
    permuteRows(rows, loadedStart, shardOrder(end - start, key, index));
  return { rows, shards };
}

function poolKey(request: SplitRequest, pool: PoolName): number {
  const { seed, replicate, fold, trainingDraw = replicate, dataset } = request;
  const isDrawn = pool === 'training' && dataset.poolRows.heldOut !== null;
  const draw = isDrawn ? trainingDraw : replicate;
  return extendKey(makeKey(seed, STREAM.split, draw, fold), pool === 'training' ? 0 : 1);
}

function shardOrder(rows: number, key: number, index: number): Int32Array {
  return permutation(rows, extendKey(key, 1 + index));
}

/**
 * Numbers in the pool's files of the rows in a range, in its order; held-out rows are numbered after all others.
 * Loads nothing.
 */
function rowNumbers(request: StoredRequest, range: Range): Int32Array {
  const shardRows = request.stored.shardRows[range.pool];
  const key = poolKey(request, range.pool);
  const firstOfPool = range.pool === 'heldOut' ? request.dataset.poolRows.training : 0;
  const numbers = neededShards(shardRows, extendKey(key, 0), [range]).flatMap((shard) => {
    const firstRow = shardRows.slice(0, shard.index).reduce((sum, rows) => sum + rows, firstOfPool);
    const order = shardOrder(shard.end - shard.start, key, shard.index);
    const inRange = order.subarray(
      Math.max(range.start - shard.start, 0),
      Math.min(range.end, shard.end) - shard.start,
    );
    return Array.from(inRange, (row) => firstRow + row);
  });
  return Int32Array.from(numbers);
}

/** Shards in drawn order, of which only those that share a row with one of the ranges. */
function neededShards(shardRows: readonly number[], key: number, ranges: readonly Range[]) {
  const needed: LoadedPool['shards'][number][] = [];
  let start = 0;
  let loadedStart = 0;
  for (const index of permutation(shardRows.length, key)) {
    const end = start + (shardRows[index] ?? 0);
    if (ranges.some((range) => Math.max(range.start, start) < Math.min(range.end, end))) {
      needed.push({ start, end, index, loadedStart });
      loadedStart += end - start;
    }
    start = end;
  }
  return needed;
}

/** In place, with room for one shard: 60,000 digits are not held twice. */
function permuteRows({ features, targets, count }: Rows, start: number, order: Int32Array) {
  const width = features.length / count;
  const oldFeatures = features.slice(start * width, (start + order.length) * width);
  const oldTargets = targets.slice(start, start + order.length);
  order.forEach((from, to) => {
    features.set(oldFeatures.subarray(from * width, (from + 1) * width), (start + to) * width);
    targets[start + to] = oldTargets[from] ?? 0;
  });
}

/** The rows of one range, in arrays of just their size. */
function takeRange(pool: LoadedPool, range: Range, { dataset }: SplitRequest): Rows {
  const { rows } = pool;
  const count = range.end - range.start;
  if (count === rows.count) return rows;
  const shard = pool.shards.find(({ start, end }) => start <= range.start && range.start < end);
  const first = shard === undefined ? 0 : shard.loadedStart + range.start - shard.start;
  const width = dataset.featureCount;
  return {
    ...rows,
    count,
    features: rows.features.slice(first * width, (first + count) * width),
    targets: rows.targets.slice(first, first + count),
  };
}
