/** A run as the charts see it, by structure alone: the client's RunHistory fits. */
import type { ArmStyleInfo } from './arm-style.ts';

export interface LaneSource<Figure extends string> {
  readonly lane: { readonly armId: string; readonly replicate: number; readonly fold: number };
  /** Finished epochs, epoch 0 included. */
  readonly length: number;
  /** Set when this lane stopped before the others. */
  readonly end: { readonly kind: string } | null;
  /** Whose weights were put back at its end; null: none. */
  readonly restoredEpoch: number | null;
  value(figure: Figure, epoch: number): number;
}

export interface RunSource<Figure extends string> {
  readonly lanes: readonly LaneSource<Figure>[];
  /** Grows with every change. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
}

export type Split = 'validation' | 'training';

/** What a chart shows: which figures, in which notation, on which axis. Constants, one per chart. */
export interface Measure<Figure extends string> {
  /** Lower case, for sentences: "accuracy". */
  readonly noun: string;
  readonly figures: Readonly<Record<Split, Figure>>;
  readonly best: 'highest' | 'lowest';
  /** Beside a line's end ("73 %"), without its unit where room is short. */
  readonly formatShort: (value: number, narrow: boolean) => string;
  /** In the readout and the table ("73.4 %"). */
  readonly formatExact: (value: number) => string;
  /** As wide as any that formatShort usually gives: room for labels is made by it. */
  readonly widest: number;
  readonly formatTick: (value: number, step: number) => string;
  readonly domain: DomainRule;
}

export interface DomainRule {
  /** Shown before there is data, and always part of the axis until `settled` epochs are in. */
  readonly initial: readonly [number, number];
  /** Where the axis always begins, null: by the data … */
  readonly floor: number | null;
  /** … and where it always ends. */
  readonly ceiling: number | null;
  readonly smallestSpan: number;
  /**
   * From this epoch on the untrained networks no longer stretch the axis: their line comes in from
   * below. 0: they always count.
   */
  readonly settled: number;
  /** Values beyond this many times the largest one of epoch 0 are cut off (a run that explodes). */
  readonly cutOff: number;
}

export interface SeriesPoint {
  readonly epoch: number;
  /** null breaks the line. */
  readonly value: number | null;
}

/** One line of a chart. */
export interface Series {
  /** "A validation" */
  readonly id: string;
  readonly arm: ArmStyleInfo;
  readonly split: Split;
  /** Per epoch from 0, NaN where there is none. */
  readonly values: Float64Array;
  /** What is drawn of it. */
  readonly points: readonly SeriesPoint[];
  /** The newest epoch with a value; -1 if there is none. */
  readonly last: number;
  /** The best epoch of a validation line; -1 if that is epoch 0, or none. */
  readonly best: number;
  /** The epoch of a validation line that was put back at the end; -1 if none was. */
  readonly restored: number;
  /** Why its lane ended before the others ("diverged", "stoppedEarly"); null while it runs. */
  readonly stopped: string | null;
}

/** Something that was set differently while the run trained. */
export interface ChartChange {
  /** Null: all arms. */
  readonly armId: string | null;
  /** May lie within an epoch: 12.4. */
  readonly epoch: number;
  /** "dropout 0.5 → 0.2" */
  readonly text: string;
}
