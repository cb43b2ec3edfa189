/** The lines of a chart, whatever they are of, and what is drawn of them. */
import type { LineOwner } from './line-owner.ts';

/** One of the lines that a chart has of every owner. */
export interface LineKind {
  /** Ends the line's id and heads its column: "validation". */
  readonly name: string;
  /** After the letter at the line's end ("A val 73 %"); '' says nothing. */
  readonly short: string;
  readonly legend: string;
  /** 'owner': dashed as its owner is, and each owner in another way; 'dashed': all are. */
  readonly look: 'solid' | 'dashed' | 'dotted' | 'owner';
  /** Every place is marked. */
  readonly points?: 'filled' | 'hollow';
  /** Points alone, without a line and its label: the places are in no order, or another kind draws the line. */
  readonly hasNoLine?: boolean;
  /** Its spread is drawn as a bar at each place, not as a band. */
  readonly hasBars?: boolean;
}

/** What a chart shows: which lines, in which notation, on which axis of values. */
export interface Measure {
  /** Lower case, for sentences: "accuracy". */
  readonly noun: string;
  /** The first is the main one: drawn above the others, with its spread, and its best epoch marked. */
  readonly lines: readonly LineKind[];
  /** Null: no epoch is better than another. */
  readonly best: 'highest' | 'lowest' | null;
  /** Beside a line's end ("73 %"), without its unit where room is short; with so many digits more. */
  readonly formatShort: (value: number, narrow: boolean, more: number) => string;
  /** In the readout and the table, its unit after a space ("73.4 %"). */
  readonly formatExact: (value: number) => string;
  /** After ±, in the unit of the exact value ("2.1"). */
  readonly formatSpread: (deviation: number) => string;
  /** The widest text that formatShort usually gives: labels get as much room. */
  readonly widest: number;
  readonly formatTick: (value: number, step: number) => string;
  readonly domain: DomainRule;
  /** In place of the lines where all values are 0. */
  readonly allZero?: string;
}

export interface DomainRule {
  /** Shown before there is data, and always part of the axis until `settled` epochs are in. */
  readonly initial: readonly [number, number];
  /** Where the axis begins while the whole run is shown, null: by the data … */
  readonly floor: number | null;
  /** … and where it always ends. */
  readonly ceiling: number | null;
  readonly smallestSpan: number;
  /**
   * From this epoch on the untrained networks no longer stretch the axis: their line comes in from
   * below. 0: they count unless they would stretch it far beyond what the trained ones need.
   */
  readonly settled: number;
  /** 0 is on the axis while the whole run is shown. */
  readonly holdsZero?: boolean;
  /**
   * Values beyond this many times the largest one of epoch 0, or of `initial`, are cut off (a run that
   * explodes).
   */
  readonly cutOff: number;
  /**
   * The places are values of a setting: the first is one like the others and no untrained network, and no line
   * stops.
   */
  readonly isOfValues?: boolean;
}

/** Lanes that ended before others of their owner. */
export interface Parting {
  readonly epoch: number;
  /** "diverged", "stoppedEarly" */
  readonly kind: string;
  readonly lanes: number;
  /** Of the owner, after it. */
  readonly remaining: number;
}

/** One line of a chart: of a lane, or the mean of its owner's lanes. Its places are called epochs, which they are in a run. */
export interface Series {
  /** "A validation" */
  readonly id: string;
  readonly owner: LineOwner;
  readonly kind: LineKind;
  /** The measure's first kind. */
  readonly isMain: boolean;
  /** Of the reference, not of the run on screen. */
  readonly isReference: boolean;
  /** Units of the axis in an epoch: 1, or the owner's steps. */
  readonly pace: number;
  /** Per epoch from 0, NaN where there is none. */
  readonly values: Float64Array;
  /** Sample standard deviation over the lanes, NaN where fewer than two have a value; null: one lane. */
  readonly spread: Float64Array | null;
  /** Of each lane, in the order of the replicates. */
  readonly columns: readonly Float64Array[];
  /** Single figures beside the line, place by place: those that a mean is of. */
  readonly dots: readonly (readonly number[])[];
  /** The newest epoch with a value; -1 if there is none. */
  readonly last: number;
  /** The epoch looked back at: what comes after it is drawn faint. Null: none is. */
  readonly upTo: number | null;
  /** The best epoch of a main line, up to there; -1 if that is epoch 0, or none. */
  readonly best: number;
  /** The best one of all, where it comes after; else -1. */
  readonly laterBest: number;
  /** Epochs that lanes restore at their end, ascending, with how many did; of main lines. */
  readonly restored: readonly { readonly epoch: number; readonly lanes: number }[];
  /** Lanes that ended while others of the owner went on. */
  readonly partings: readonly Parting[];
  /** Why its last lane ended before the run did ("diverged", "stoppedEarly"); null while one runs. */
  readonly stopped: string | null;
}

export interface SeriesPoint {
  readonly epoch: number;
  /** null breaks the line. */
  readonly value: number | null;
}

export interface BandPoint {
  readonly epoch: number;
  readonly low: number;
  readonly high: number;
}

/** A stretch of a line as it is drawn, thinned. */
export interface DrawnPart {
  /** Smoothed where that is on. */
  readonly points: readonly SeriesPoint[];
  /** The figures themselves, where `points` are smoothed. */
  readonly raw: readonly SeriesPoint[];
  /** Mean ± sample standard deviation, in unbroken pieces. */
  readonly band: readonly (readonly BandPoint[])[];
  /** Lane by lane, where that is wanted. */
  readonly seeds: readonly (readonly SeriesPoint[])[];
}

/** What is drawn of a series: the part on the axis. */
export interface DrawnSeries extends Series, DrawnPart {
  /** What comes after the epoch looked back at; null: nothing does. */
  readonly later: DrawnPart | null;
  /** The newest epoch on the axis (looking back: up to there), with the value drawn there; -1: there is none. */
  readonly end: { readonly epoch: number; readonly drawn: number };
}

/** How the training line of a chart is measured, for its legend. */
export interface TrainingNotes {
  /** Each after a comma. */
  readonly always: readonly string[];
  /** What follows where there is room, with its own comma; '': nothing. */
  readonly withRoom: string;
}

/** Something that was set differently while the run trained, or happened to it. */
export interface ChartChange {
  /** Null: of all owners. */
  readonly ownerId: string | null;
  /** May lie within an epoch: 12.4. */
  readonly epoch: number;
  /** "dropout 0.5 → 0.2" */
  readonly text: string;
}

/** A stretch of places that something is said of, shaded: "overfits". */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Where its label stands: clear of the lines. */
  readonly labelAt: 'top' | 'bottom';
}

/** What was foretold of a line before it was there: where it would end. */
export interface Prediction {
  /** Places between which it was foretold. */
  readonly from: number;
  readonly to: number;
  /** Values between which the line would lie. */
  readonly low: number;
  readonly high: number;
  /** "your prediction" */
  readonly label: string;
}

/** A place that something is said of: "best". */
export interface MarkedPlace {
  readonly at: number;
  readonly label: string;
  /** Over the axis in place of the label: what stands beside the thing that is meant, too. */
  readonly pin?: string;
  readonly labelAt: 'top' | 'bottom';
}
