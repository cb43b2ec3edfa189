/** A run as the charts see it, by structure alone: the client's RunHistory fits. */
import type { LineOwner } from './line-owner.ts';
import type { LineKind, Measure } from './series-types.ts';

export interface LaneSource<Figure extends string> {
  readonly lane: {
    /** Whose lane it is: the id of a LineOwner. */
    readonly armId: string;
    readonly replicate: number;
    readonly stepsPerEpoch: number;
  };
  /** Finished epochs, epoch 0 included. They never change. */
  readonly length: number;
  /** Set when this lane stopped before the others. */
  readonly end: { readonly kind: string } | null;
  /** Whose weights were restored at its end; null: none. */
  readonly restoredEpoch: number | null;
  value(figure: Figure, epoch: number): number;
}

export interface RunSource<Figure extends string> {
  readonly lanes: readonly LaneSource<Figure>[];
  /** Grows with every change. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

/** An earlier run, kept to be drawn beneath the one on screen. */
export interface ReferenceSource<Figure extends string> {
  readonly lanes: readonly LaneSource<Figure>[];
  readonly owners: readonly LineOwner[];
}

/** A line of a run: which of its figures. */
export interface RunLine<Figure extends string> extends LineKind {
  readonly figure: Figure;
  /** What is subtracted from the figure. */
  readonly minus?: Figure;
}

/** What a chart of a run shows. Constants, one per chart. */
export interface RunMeasure<Figure extends string> extends Measure {
  readonly lines: readonly RunLine<Figure>[];
}
