/** What is asked of a split, and rows as they are drawn for it, before they are divided and prepared. */
import type { Dataset, LoadContext, Rows } from '../dataset.ts';
import type { OwnPoint } from '../own/own-points.ts';

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
  /** Numbers of drawn points that do not train; numbers beyond the draw are ignored. */
  readonly removedPoints?: readonly number[];
  readonly seed: number;
  readonly replicate: number;
  /** Without `foldCount` another draw of all rows; with it the part that validates, from 0. */
  readonly fold: number;
  /** Parts that training and validation rows are divided into; absent: they are as they were drawn. */
  readonly foldCount?: number;
  /**
   * Number of training rows that are divided into parts, whatever number an arm trains on; absent: the arm's own
   * number.
   */
  readonly dividedTrainingExamples?: number;
  /**
   * One of many training sets for the same validation rows. Rows that are made are then validated on the grid of
   * their truth. Absent: training rows are redrawn with the validation rows, by `replicate`.
   */
  readonly trainingDraw?: number;
}

/** Rows as they are in the set. */
export interface DrawnRows {
  readonly training: Rows;
  readonly validation: Rows;
  /** Null: no validation row can be a training row of another draw or fold. */
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
