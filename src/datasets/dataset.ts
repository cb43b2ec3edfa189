/**
 * What a data set is. A description that the page can show without loading anything, and a loader
 * that the worker calls. One file a data set; registry.ts lists them.
 */
import type { Examples } from '../engine/examples.ts';
import type { Task } from '../engine/kernels.ts';

/** Rows as they are kept in memory: bytes for images, so that 60,000 digits take 47 MB. */
export type Rows = Examples;

/** A contiguous piece of a pool: what is loaded, checked and cached as one. */
export interface Shard {
  readonly file: string;
  readonly rows: number;
  /** Size on the wire. */
  readonly bytes: number;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface LoadContext {
  /** Where the site's public files lie, ending in "/". */
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
}

/** Rows from which examples are drawn: either one pool, or training and held-out rows apart. */
export type PoolName = 'training' | 'heldOut';

export interface Dataset {
  readonly id: string;
  readonly label: string;
  readonly task: Task;
  readonly featureCount: number;
  /** Classes, or 1 in regression. */
  readonly outputs: number;
  readonly classNames: readonly string[];
  /** Features are pixels of an image, row by row, 0 white to full black ink. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /**
   * Rows of each pool. `heldOut` null: validation and test rows come from the training pool, from
   * what the training rows leave over.
   */
  readonly poolRows: { readonly training: number; readonly heldOut: number | null };
  /** Rows of each shard of a pool, in order; a set that is not sharded has one. */
  readonly shardRows: { readonly training: readonly number[]; readonly heldOut: readonly number[] };
  /**
   * Loads the named shards of a pool, in that order, into arrays that the caller may change. Reports
   * progress at once (0 of the total), then as bytes come. Throws a `DataError` with a clear
   * sentence, or the signal's reason when aborted; it can be called again after either.
   */
  readonly loadShards: (
    pool: PoolName,
    shards: readonly number[],
    context: LoadContext,
  ) => Promise<Rows>;
  readonly source: string;
  readonly licence: string;
  /** Inner markup of a 54 x 40 SVG that uses currentColor. */
  readonly thumbnail: string;
}

/** Something is wrong with the data files or their transfer; the message is for the user. */
export class DataError extends Error {
  override name = 'DataError';
}
