/**
 * What a data set is. A description that the page can show without loading anything, and a loader
 * that the worker calls. One file a data set; registry.ts lists them.
 */
import type { Examples } from '../engine/batches/examples.ts';
import type { Task } from '../engine/step/kernels.ts';
import type { SuitedStart } from './suited-start.ts';

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

/** The tabs of the page's tiles, in order. */
export const DATASET_GROUPS = [
  { id: 'images', label: 'Images' },
  { id: 'plane', label: '2-D' },
  { id: 'curves', label: 'Curves' },
  { id: 'tables', label: 'Tables' },
  { id: 'sparse', label: 'Sparse' },
] as const;
export type DatasetGroup = (typeof DATASET_GROUPS)[number]['id'];

/** The noise that a generated set can be drawn with. */
export interface NoiseRange {
  readonly label: string;
  readonly hint: string;
  /** From 0. */
  readonly max: number;
  readonly initial: number;
  readonly step: number;
}

/** What is predicted in regression. */
export interface RegressionTarget {
  /** In lower case: "disease progression". */
  readonly name: string;
  /** What the mean squared error is measured in: "training-set standard deviations". */
  readonly unit: string;
}

/** Rows that are kept in files, and drawn from. */
export interface StoredRows {
  readonly kind: 'stored';
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
  /** All that it is made of. */
  readonly files: readonly StoredFile[];
}

/** A file of the site with rows of a data set. */
export interface StoredFile {
  /** Its address below the site's: "data/digits/training-00.bin". */
  readonly name: string;
  readonly shard: Shard;
}

/** Rows that are in memory: a table that the user brought. */
export interface HeldRows {
  readonly kind: 'held';
  readonly all: Rows;
  /** [row] the first row that is equal to it: equal rows are kept on one side of every split. */
  readonly firstEqual: Int32Array;
}

/** Rows that are made when they are needed: as many as are asked for, and no row twice. */
export interface GeneratedRows {
  readonly kind: 'generated';
  /** Row i depends on noise, key and i alone, so fewer rows are the beginning of more. */
  readonly draw: (count: number, noise: number, key: number) => Rows;
  /** Number of sealed test rows, which are drawn apart from the others. */
  readonly testRows: number;
  /** What the rows are drawn around; absent where it has not been written down. */
  readonly truth?: Truth;
}

/** What rows are drawn around: the answers that no network can better. */
export interface Truth {
  /**
   * Inputs spread evenly over the region in which rows are drawn; each stands for an equal share of it. Targets are
   * the values without noise, or the likeliest classes.
   */
  readonly grid: () => Rows;
  readonly gridRows: number;
  /**
   * [row of the grid, output]: the value without noise, or the probability of each class, where the noise is
   * `noise`.
   */
  readonly answers: (noise: number) => Float64Array;
  /** In a plane: radii of the circles around (0, 0) where the likelier class is another, of a square from −1 to 1. */
  readonly borders?: readonly number[];
}

export interface Dataset {
  readonly id: string;
  readonly label: string;
  readonly group: DatasetGroup;
  readonly task: Task;
  readonly featureCount: number;
  /** Classes, or 1 in regression. */
  readonly outputs: number;
  readonly classNames: readonly string[];
  /** What an example is called, in the plural, and its class: "images", "digit". */
  readonly words: { readonly examples: string; readonly class: string };
  /**
   * For the sentence that says what one is looking at: "Two networks [aim] the same 120 [rows]." The aim begins
   * with a verb.
   */
  readonly introduction: { readonly aim: string; readonly rows: string };
  /** One a feature; null where features are pixels. */
  readonly featureNames: readonly string[] | null;
  /** A feature whose numbers are codes of groups, by its name, and a sentence on what is known of the groups. */
  readonly codes?: { readonly feature: string; readonly meaning: string };
  /** Features are pixels of an image, row by row, 0 white to full black ink. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /** null in classification. */
  readonly target: RegressionTarget | null;
  /** Null: the set has no noise to set. */
  readonly noise: NoiseRange | null;
  /** What is standardised, with mean and deviation of the training rows: see standardization.ts. */
  readonly standardizes: {
    readonly features: boolean;
    readonly target: boolean;
    /**
     * [feature] whether it is a number; the others, 0 or 1, stay as they are. Where numbers are NaN, the median of
     * the training rows takes their place. Absent: all are numbers, and known.
     */
    readonly numbers?: readonly boolean[];
  };
  /** What the rows are drawn around, where it is known: the curve without noise … */
  readonly curve?: (x: number) => number;
  /** … or the true weight of every feature. */
  readonly trueWeights?: readonly number[];
  /** What an experiment on it starts with. */
  readonly start: SuitedStart;
  /**
   * Rows of each pool. `heldOut` null: validation and test rows come from the training pool, from
   * what the training rows leave over. Of a generated set: the most that are drawn for training and
   * for validation.
   */
  readonly poolRows: { readonly training: number; readonly heldOut: number | null };
  readonly rows: StoredRows | GeneratedRows | HeldRows;
  readonly source: string;
  readonly licence: string;
  /** Inner markup of a 54 x 40 SVG that uses currentColor. */
  readonly thumbnail: string;
}

/** Something is wrong with the data files or their transfer; the message is for the user. */
export class DataError extends Error {
  override name = 'DataError';
}
