/** The files of a data set that comes in shards. <id>.shards.ts, written by a tool, holds the lists. */
import type { PoolName, Shard, StoredFile } from '../dataset.ts';

/**
 * Where the rows are. A shard's content is rows · featureCount values (features, row by row), then
 * one value a row (class, or value in regression), compressed as raw deflate. The files lie in
 * public/data/<id>/.
 */
export interface ShardedFiles<Id extends string = string> {
  readonly id: Id;
  /** Values are bytes, or little-endian 32-bit floats. */
  readonly encoding: 'bytes' | 'floats';
  readonly featureCount: number;
  /** The value that stands for 1: black ink; of tables 1. */
  readonly featureMaximum: number;
  /** null: pixels. */
  readonly featureNames: readonly string[] | null;
  readonly training: readonly Shard[];
  /** null: there is one pool only. */
  readonly heldOut: readonly Shard[] | null;
  readonly source: string;
  readonly licence: string;
}

/** Shards from [rows, bytes, sha256]; the tool that writes the files names them alike. */
export function listShards(
  pool: PoolName,
  entries: readonly (readonly [rows: number, bytes: number, sha256: string])[],
): readonly Shard[] {
  return entries.map(([rows, bytes, sha256], index) => ({
    file: shardFileName(pool, index),
    rows,
    bytes,
    sha256,
  }));
}

/** Never .gz: some servers would declare it an encoding, and the browser would unpack it itself. */
export function shardFileName(pool: PoolName, index: number): string {
  const name = pool === 'heldOut' ? 'held-out' : pool;
  return `${name}-${String(index).padStart(2, '0')}.bin`;
}

export function storedFile(datasetId: string, shard: Shard): StoredFile {
  return { name: `data/${datasetId}/${shard.file}`, shard };
}
