/** One value of an axis, with the figures of its cell. */
export interface SlicePoint {
  readonly label: string;
  /** Means; null: not every training is done, or one diverged. */
  readonly validation: number | null;
  readonly training: number | null;
  readonly standardError: number | null;
  /** Validation figures, one a training. */
  readonly dots: readonly number[];
}
