/**
 * Pictures of the inside of a network, as data: what the microscope's panels draw. Each is derived by the
 * worker from one lane at one epoch (src/trainer/views/, one file a view), holds arrays of its own, which
 * are transferred, and takes at most 64 kB, so that many epochs can be kept to look back at.
 */
import type { ActivationId } from '../engine/step/kernels.ts';

/** All views by id. Adding one is its type here and its file there. */
export interface Views {
  readonly weights: WeightsView;
  readonly mistakes: MistakesView;
  readonly largestErrors: LargestErrorsView;
  readonly confusion: ConfusionView;
  readonly stability: StabilityView;
  readonly decisionBoundary: DecisionBoundaryView;
  readonly fittedCurve: FittedCurveView;
  readonly firstLayer: FirstLayerView;
  readonly activations: ActivationsView;
  readonly dropoutMask: DropoutMaskView;
  readonly batchStatistics: BatchStatisticsView;
  readonly gradients: GradientsView;
  readonly redundancy: RedundancyView;
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
  /** Of panels that the address hides: taken at the end alone, where the verdict is written from them. */
  readonly hidden?: readonly ViewId[];
}

export const MOST_VIEW_BYTES = 65_536;

export interface WeightsView {
  readonly layers: readonly WeightLayer[];
}

/** How often values fall into equal bins around 0; those that are exactly 0 are left out. */
export interface ZeroCentredBins {
  /** Of a bin; a power of two, so that bins of two lanes can be merged to one width. */
  readonly binWidth: number;
  /** [bin]: as many on each side of 0. */
  readonly counts: Uint32Array;
}

/** A weight smaller than this has hardly any effect. */
export const SMALL_WEIGHT = 0.001;

/** One weight matrix. */
export interface WeightLayer extends ZeroCentredBins {
  readonly inputs: number;
  readonly units: number;
  /** √Σw² */
  readonly norm: number;
  /** Weights that are exactly 0. */
  readonly zeros: number;
  /** Weights with |w| below `SMALL_WEIGHT`, exact zeros among them. */
  readonly small: number;
  /** Mean of |w|, and the largest. */
  readonly meanSize: number;
  readonly largest: number;
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

/** Stands for a probability of 1. */
export const MOST_CERTAIN = 65_535;

/** What is answered on the validation rows, in classification. */
export interface MistakesView {
  /** [row] */
  readonly trueClasses: Uint8Array;
  readonly answers: Uint8Array;
  /** [row]: the probability given to the answer, rounded down to a share of `MOST_CERTAIN`. */
  readonly certainties: Uint16Array;
  /** Wrong ones, the most confident first, no more than two dozen. */
  readonly examples: readonly ShownExample[];
}

/** What is predicted on the validation rows, in regression, in the target's own units. */
export interface LargestErrorsView {
  /** Validation rows. */
  readonly rows: number;
  /** Root of the mean squared error. */
  readonly typical: number;
  /** The largest errors first, no more than a dozen. */
  readonly examples: readonly PredictedExample[];
}

export interface PredictedExample {
  /** Index in the validation set. */
  readonly row: number;
  readonly given: number;
  readonly predicted: number;
  /** Its features, the most unusual ones where there are many. */
  readonly traits: readonly Trait[];
}

/** How often each class is answered with each class, on the validation rows, in classification. */
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

export const NOT_ASKED = 255;

/** What a network of two classes answers all over the plane. */
export interface DecisionBoundaryView {
  /** x and y run from −halfSide to halfSide; no training or validation point lies beyond. */
  readonly halfSide: number;
  /** Places on each side of the grid; the outermost lie on the edges. */
  readonly size: number;
  /** [row from the top, column]: output of class 1 minus that of class 0, before softmax. */
  readonly margins: Float32Array;
  /** [training row]: the class that it answers; NOT_ASKED where the rows are too many for the network. */
  readonly answers: Uint8Array;
}

/** What a network of one feature and one value answers along the data's range. */
export interface FittedCurveView {
  /** At places from one end of the range to the other, equally far apart. */
  readonly values: Float32Array;
}

/** What a network's first weights make of the inputs. */
export interface FirstLayerView {
  readonly inputs: number;
  /** Of the first layer; without hidden layers these are the outputs. */
  readonly units: number;
  readonly isLinear: boolean;
  /** Inputs with a weight that is not 0, and weights that are exactly 0. */
  readonly keptInputs: number;
  readonly zeros: number;
  /** [input], of named features: √Σw² over the units. */
  readonly norms: Float32Array;
  /** [input], of a linear network with one value or two classes: its weight, towards class 1. */
  readonly weights: Float32Array | null;
  /** Of an image: the units with the largest norm of their weights, that one first. */
  readonly fields: readonly WeightField[];
  /** The largest |w| of these. */
  readonly largest: number;
}

/** The incoming weights of one unit. */
export interface WeightField {
  readonly unit: number;
  readonly norm: number;
  /** [pixel]: w as a share of the view's largest, in `FIELD_LEVELS`; 0 for nothing but an exact 0. */
  readonly levels: Int8Array;
}

export const FIELD_LEVELS = 127;

/** What hidden units answer on validation rows, without dropout. */
export interface ActivationsView {
  readonly activation: ActivationId;
  /** Asked about: all, or the first ones. */
  readonly rows: number;
  readonly layers: readonly ActivationLayer[];
}

export interface ActivationLayer extends ZeroCentredBins {
  /** [unit]: over the rows. */
  readonly means: Float32Array;
  /** [unit]: 1 where on none of the rows a gradient passes that is worth the name. */
  readonly isDead: Uint8Array;
  /** Of all units and rows: those that are exactly 0, the smallest and the largest. */
  readonly zeros: number;
  readonly smallest: number;
  readonly largest: number;
}

/** What dropout dropped in the step that was taken last. */
export interface DropoutMaskView {
  /** Of the run, from 1; 0: none was taken yet; NaN: the lane has stopped. */
  readonly step: number;
  /** Probabilities of being dropped in that step. */
  readonly hiddenRate: number;
  readonly inputRate: number;
  readonly batchRows: number;
  /** The first of them, as many as are shown: its training row and the label it is given. */
  readonly rows: readonly { readonly row: number; readonly target: number }[];
  /** [row, pixel] of images: 0 paper to 255 full ink; else null. */
  readonly ink: Uint8Array | null;
  /** [row, input]: 1 where it was dropped; null where inputs are not dropped. */
  readonly inputs: Uint8Array | null;
  /** Of each hidden layer [row, unit]: 1 where it was dropped; all are 0 at rate 0. */
  readonly hidden: readonly Uint8Array[];
}

/** What batch norm normalises with, of each hidden layer; empty without. */
export interface BatchStatisticsView {
  /** Steps taken; NaN: the lane has stopped. */
  readonly step: number;
  /** Of the last step's batch. */
  readonly batchRows: number;
  readonly layers: readonly LayerStatistics[];
}

export interface LayerStatistics {
  readonly units: number;
  /** Of the first units, as many as are shown: what inference uses. */
  readonly running: UnitStatistics;
  /** What the last step used; null where it is not known any more. */
  readonly batch: UnitStatistics | null;
}

/** [unit] each: of what comes before the activation. */
export interface UnitStatistics {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

/**
 * The gradient of the data loss, without penalty, dropout or smoothed labels. With batch norm its rows are
 * normalised by their own statistics.
 */
export interface GradientsView {
  /** Training rows that it is the mean of: all, or some drawn at random. */
  readonly rows: number;
  /** From the inputs to the output. */
  readonly layers: readonly GradientLayer[];
}

/** The gradient of one weight matrix. */
export interface GradientLayer {
  readonly weights: number;
  /** √Σg²; not finite where numbers outgrew what can be computed. */
  readonly norm: number;
}

/** How well a classifier answers without a share of its hidden units. */
export interface RedundancyView {
  /** Validation rows asked about: all, or the first ones. */
  readonly rows: number;
  /** Times that units were drawn, of each share but 0. */
  readonly draws: number;
  /** The smallest share first; empty without hidden units. */
  readonly points: readonly RedundancyPoint[];
}

export interface RedundancyPoint {
  /** Of the hidden units, removed. */
  readonly share: number;
  /** Mean over the draws, and their range. */
  readonly accuracy: number;
  readonly lowest: number;
  readonly highest: number;
}
