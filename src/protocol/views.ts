/**
 * Pictures of the inside of a network, as data: what the microscope's panels draw. Each is derived by the
 * worker from one lane at one epoch (src/trainer/views/, one file a view), holds arrays of its own, which
 * are transferred, and takes at most 64 kB, so that many epochs can be kept to look back at.
 */

/** All views by id. Adding one is its type here and its file there. */
export interface Views {
  readonly weights: WeightsView;
  readonly mistakes: MistakesView;
  readonly confusion: ConfusionView;
  readonly stability: StabilityView;
}

export type ViewId = keyof Views;

export type Pictures = { readonly [Id in ViewId]?: Views[Id] };

/** Some views of one lane at one epoch; a fraction in mid-epoch. */
export interface LanePictures {
  readonly epoch: number;
  readonly pictures: Pictures;
}

/** What the page wants of the worker. */
export interface WatchedViews {
  /** Of the panel on screen: at every epoch that time allows, and whenever training rests. */
  readonly open: readonly ViewId[];
  /** Kept to look back at, should their panels be opened later. */
  readonly kept: readonly ViewId[];
}

export const MOST_VIEW_BYTES = 65_536;

export interface WeightsView {
  readonly layers: readonly WeightLayer[];
}

/** One weight matrix. */
export interface WeightLayer {
  readonly inputs: number;
  readonly units: number;
  /** √Σw² */
  readonly norm: number;
  /** Weights that are exactly 0. */
  readonly zeros: number;
  /** Mean of |w|, and the largest. */
  readonly meanSize: number;
  readonly largest: number;
  /** Of a bin; a power of two, so that bins of two lanes can be merged to one width. */
  readonly binWidth: number;
  /** [bin]: weights in equal bins around 0, as many on each side; exact zeros are left out. */
  readonly counts: Uint32Array;
}

/** An example as a panel shows it. */
export interface ShownExample {
  /** Index in the validation set. */
  readonly row: number;
  readonly trueClass: number;
  /** Of an image, row by row: 0 paper to 255 full ink; else null. */
  readonly ink: Uint8Array | null;
  /** Of anything but an image: its features, the most unusual ones where there are many. */
  readonly traits: readonly Trait[];
}

/** A feature in its own units. */
export interface Trait {
  readonly feature: number;
  readonly value: number;
}

/** What is answered on the validation rows, in classification. */
export interface MistakesView {
  /** [row] */
  readonly trueClasses: Uint8Array;
  readonly answers: Uint8Array;
  /** [row]: the probability given to the answer, in 255ths. */
  readonly certainties: Uint8Array;
  /** Wrong ones, the most confident first, no more than two dozen. */
  readonly examples: readonly ShownExample[];
}

/** Of the validation rows, in classification. */
export interface ConfusionView {
  readonly classes: number;
  /** [true class × answered class] */
  readonly counts: Uint32Array;
}

/**
 * How much the networks that the repeats of an arm came to differ: their answers on validation rows of
 * the first repeat, for each pair on those that neither was trained on.
 */
export interface StabilityView {
  /** Repeats that answer; one that diverged does not. */
  readonly repeats: number;
  /** Validation rows asked about. */
  readonly rows: number;
  /** Of each pair of repeats that has rows: the share of rows on which the two disagree, and the rows. */
  readonly pairs: readonly { readonly share: number; readonly rows: number }[];
  /** Those that most pairs disagree on. */
  readonly examples: readonly DisputedExample[];
}

export interface DisputedExample extends ShownExample {
  /** [repeat]: class; null where the repeat was trained on it. */
  readonly answers: readonly (number | null)[];
}
