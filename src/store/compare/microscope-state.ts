/** What is looked at inside the networks, and of which epoch. Nothing here reaches a figure. */

/** A place in the drawing area: 0 to 1 from its left, and from its top. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Strokes of a pen, each from point to point; a stroke of one point is a dot. */
export type Drawing = readonly (readonly Point[])[];

export interface MicroscopeSlice {
  /** The panel that all arms show, if the run has it; null: the first that it has. */
  readonly panelId: string | null;
  /** The epoch on show, however far the run is by now; null: the latest. */
  readonly lookBackEpoch: number | null;
  /** Mistakes: the same examples in all arms, instead of each arm's own worst. */
  readonly sharesExamples: boolean;
  /** What all arms are shown to read, unless a sample was chosen. */
  readonly drawing: Drawing;
  /** Index of the validation image that they are shown instead; null: what is drawn. */
  readonly sample: number | null;
  /** Dropout mask: the row of the batch that is looked at, from 0. */
  readonly batchRow: number;
  readonly showPanel: (panelId: string) => void;
  readonly lookBack: (epoch: number | null) => void;
  readonly shareExamples: (sharesExamples: boolean) => void;
  readonly startStroke: (point: Point) => void;
  readonly extendStroke: (point: Point) => void;
  readonly clearDrawing: () => void;
  /** In place of the drawing. */
  readonly chooseSample: (sample: number) => void;
  readonly showBatchRow: (batchRow: number) => void;
}
