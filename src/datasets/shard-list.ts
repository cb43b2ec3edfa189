/** The files of a data set that comes in shards. <id>.shards.ts, written by a tool, holds the lists. */
import type { PoolName, Shard } from './dataset.ts';

/**
 * Where the rows are. A shard's content is rows · featureCount bytes (features, row by row), then
 * one byte a row (class), compressed as raw deflate. The files lie in public/data/<id>/.
 */
export interface ShardedFiles<Id extends string = string> {
  readonly id: Id;
  readonly featureCount: number;
  /** The byte that stands for 1: black ink. */
  readonly featureMaximum: number;
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
