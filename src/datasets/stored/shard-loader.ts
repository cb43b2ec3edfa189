/**
 * Loads shards of a pool into rows: several at a time, with progress, verified and unpacked. Where
 * the bytes of one shard come from is shard-bytes.ts. Runs in the worker; needs no DOM.
 */
import { allOrNone } from '../splitting/all-or-none.ts';
import { DataError } from '../dataset.ts';
import type { LoadContext, Rows, Shard, StoredRows } from '../dataset.ts';
import { loadShardBytes } from './shard-bytes.ts';
import type { ShardEnvironment } from './shard-bytes.ts';
import { storedFile } from './shard-list.ts';
import type { ShardedFiles } from './shard-list.ts';

export const SHARDS_AT_ONCE = 6;

/** Shared by all data sets of a worker. MNIST takes 11 MB of its memory. */
export const SHARD_ENVIRONMENT: ShardEnvironment = {
  fetch: (url, init) => fetch(url, init),
  // `caches` is read only here: in a sandboxed frame even its name throws.
  openCache: async (name) => caches.open(name),
  memory: new Map(),
  memoryLimitBytes: 24 * 1024 * 1024,
  stallMs: 30_000,
};

/**
 * `loadShards` of a data set in shards. After a failure or an abort it can be called again; what
 * arrived in the meantime is not loaded twice.
 */
export function createShardLoader(
  files: ShardedFiles,
  environment: ShardEnvironment = SHARD_ENVIRONMENT,
): StoredRows['loadShards'] {
  return async (pool, indexes, context) => {
    const shards = indexes.map((index) => {
      const shard = files[pool]?.[index];
      if (!shard) throw new DataError(`The data set "${files.id}" has no ${pool} shard ${index}.`);
      return shard;
    });
    const { rows, place } = allocateRows(files, shards);
    const report = trackProgress(shards, context);
    const tasks = shards.map((shard, position) => async (signal: AbortSignal) => {
      const { name } = storedFile(files.id, shard);
      const url = context.baseUrl + name;
      const onBytes = (received: number) => report(position, received);
      const bytes = await loadShardBytes({ shard, url, name, signal, onBytes }, environment);
      const content = await unpack(bytes, name);
      const values = valuesOf(content, files.encoding);
      if (values.length !== shard.rows * (files.featureCount + 1))
        throw new DataError(`${name} holds another number of examples than it should.`);
      place(position, values);
    });
    await allOrNone(tasks, context.signal, SHARDS_AT_ONCE);
    return rows;
  };
}

type Values = Uint8Array | Float32Array;

/** Room for all shards, and a function that puts the values of one where they belong. */
function allocateRows(
  { encoding, featureCount, featureMaximum }: ShardedFiles,
  shards: readonly Shard[],
) {
  const starts: number[] = [];
  let count = 0;
  for (const shard of shards) {
    starts.push(count);
    count += shard.rows;
  }
  const size = count * featureCount;
  const features = encoding === 'bytes' ? new Uint8Array(size) : new Float32Array(size);
  const targets = new Float32Array(count);
  const rows: Rows = { count, features, featureScale: Math.fround(1 / featureMaximum), targets };
  const place = (position: number, values: Values) => {
    const start = starts[position] ?? 0;
    const border = (values.length / (featureCount + 1)) * featureCount;
    features.set(values.subarray(0, border), start * featureCount);
    targets.set(values.subarray(border), start);
  };
  return { rows, place };
}

/** Floats are little-endian in the file; a rest that makes no whole one is cut off. */
function valuesOf(content: Uint8Array, encoding: ShardedFiles['encoding']): Values {
  if (encoding === 'bytes') return content;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const length = Math.floor(content.length / 4);
  return Float32Array.from({ length }, (_, i) => view.getFloat32(i * 4, true));
}

/** Reports at once, so that the caller knows the total before the first byte. */
function trackProgress(shards: readonly Shard[], { onProgress }: LoadContext) {
  const received = shards.map(() => 0);
  const totalBytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
  let loadedBytes = 0;
  onProgress(0, totalBytes);
  return (position: number, bytes: number) => {
    const change = bytes - (received[position] ?? 0);
    if (change === 0) return;
    received[position] = bytes;
    loadedBytes += change;
    onProgress(loadedBytes, totalBytes);
  };
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array> {
  if (!('DecompressionStream' in globalThis))
    throw new DataError(
      'This browser is too old to unpack the data: it has no DecompressionStream.',
    );
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new DataError(`${name} could not be unpacked.`);
  }
}
