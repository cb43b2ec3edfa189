/**
 * Files of data sets that are kept in this browser before anything is trained on them, so that everything can be
 * trained without a network. What was used once is kept anyway (shard-bytes.ts). Runs on the page.
 */
import { DataError } from '../dataset.ts';
import type { Dataset, LoadContext, StoredFile } from '../dataset.ts';
import { allOrNone } from '../splitting/all-or-none.ts';
import { findKept, keepShard } from './shard-bytes.ts';
import type { ShardEnvironment } from './shard-bytes.ts';
import { SHARDS_AT_ONCE, SHARD_ENVIRONMENT } from './shard-loader.ts';

export interface KeptAmount {
  readonly keptBytes: number;
  readonly totalBytes: number;
}

/** Files of those data sets that have any. */
export function filesOf(datasets: readonly Dataset[]): StoredFile[] {
  return datasets.flatMap(({ rows }) => (rows.kind === 'stored' ? rows.files : []));
}

export async function measureKept(
  files: readonly StoredFile[],
  baseUrl: string,
  environment: Pick<ShardEnvironment, 'openCache'> = SHARD_ENVIRONMENT,
): Promise<KeptAmount> {
  const wanted = files.map(({ name, shard }) => ({ url: baseUrl + name, shard }));
  const kept = await findKept(wanted, environment);
  return { keptBytes: bytesOf(kept), totalBytes: bytesOf(wanted) };
}

/**
 * Loads what is not kept yet, several files at a time. Throws a `DataError` with a clear sentence, or the signal's
 * reason when aborted; what came until then stays.
 */
export async function keepFiles(
  files: readonly StoredFile[],
  { baseUrl, signal, onProgress }: LoadContext,
  environment: ShardEnvironment = SHARD_ENVIRONMENT,
): Promise<void> {
  const wanted = files.map(({ name, shard }) => ({ name, url: baseUrl + name, shard }));
  const kept = new Set(await findKept(wanted, environment));
  const missing = wanted.filter((one) => !kept.has(one));
  const received = new Map(wanted.map((one) => [one, kept.has(one) ? one.shard.bytes : 0]));
  const totalBytes = bytesOf(wanted);
  const tell = () =>
    onProgress(
      [...received.values()].reduce((a, b) => a + b, 0),
      totalBytes,
    );
  tell();
  const tasks = missing.map((one) => async (taskSignal: AbortSignal) => {
    const onBytes = (bytes: number) => {
      received.set(one, bytes);
      tell();
    };
    await keepShard({ ...one, signal: taskSignal, onBytes }, environment);
  });
  try {
    await allOrNone(tasks, signal, SHARDS_AT_ONCE);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(
      'This browser does not keep the data: it has no room for them, or its settings forbid it.',
    );
  }
}

function bytesOf(files: readonly Pick<StoredFile, 'shard'>[]): number {
  return files.reduce((sum, { shard }) => sum + shard.bytes, 0);
}
