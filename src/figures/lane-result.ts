/** What is wanted of lanes that train in a batch, and what each of them comes to. */
import type { LinearMoments } from '../closed-forms/linear-moments.ts';
import type { RowParts } from '../engine/batches/row-parts.ts';
import type { LaneState } from '../engine/lanes/lane-state.ts';
import type { FigureRow } from './figures.ts';

/** Measuring costs small networks more than training them: only what is wanted is measured. */
export interface LaneWishes {
  /** Rows of the curve: every so many epochs, with epoch 0 and the last; null: none. */
  readonly curveEvery: number | null;
  /** The best epoch by this figure, with its row: every epoch is measured for it. Null: not wanted. */
  readonly best: 'validationLoss' | 'validationAccuracy' | null;
  /** What the network answers for its validation rows, at the end, and what they are. */
  readonly validationOutputs?: boolean;
  /** The validation rows themselves, as networks see them. */
  readonly validationInputs?: boolean;
  /** The weight matrices at the end. */
  readonly weights?: boolean;
  /** What least squares needs to know of its training rows, of regression. */
  readonly moments?: boolean;
  /** The whole network at the end: all arrays that it answers by. */
  readonly network?: boolean;
  /** Which rows of the set trained and validated it. */
  readonly rowNumbers?: boolean;
  /** What every row does in all folds, not in the lane's own alone. */
  readonly rowParts?: boolean;
  /** Breaks the seal of the test set: the network as it is left is measured on it. */
  readonly test?: boolean;
  /** What it answers where inference multiplies the activations of hidden layers by each of these. */
  readonly activationFactors?: readonly number[];
}

export const END_FIGURES_ONLY: LaneWishes = { curveEvery: null, best: null };

export interface LaneResult {
  readonly end: LaneOutcome;
  /**
   * Figures of the network as it is left: of the last epoch, or of the one that early stopping restored. Of a
   * lane that diverged NaN.
   */
  readonly row: FigureRow;
  /**
   * Figures of the last epoch that was trained. They differ from `row` where early stopping restored another epoch.
   */
  readonly lastRow: FigureRow;
  /**
   * Figures of the epoch that is best by the wanted figure, the first of equals; null: not wanted, or the lane
   * diverged at once.
   */
  readonly best: FigureRow | null;
  /** In the order of epochs; empty where no curve was wanted. */
  readonly curve: readonly FigureRow[];
  /** Its share of the time in which it trained together with other lanes, measuring not counted. */
  readonly seconds: number;
  readonly trainingRows: number;
  readonly validationRows: number;
  /** Training rows with a wrong label. */
  readonly wrongLabels: number;
  /** Mean squared distance of the validation targets from their mean; NaN in classification. */
  readonly targetVariance: number;
  /** Classes with fewer rows than folds: they train in every fold and validate in none. */
  readonly keptClasses: readonly number[];
  /** Of the training rows as the network sees them; null: not wanted, or no regression. */
  readonly moments: LinearMoments | null;
  /** Numbers of the rows in their set; null: not wanted, or rows that are made have none. */
  readonly rowNumbers: {
    readonly training: Int32Array;
    readonly validation: Int32Array;
  } | null;
  /** Null: not wanted. */
  readonly rowParts: RowParts | null;
  readonly parameterCount: number;
  /** Entries of all weight matrices. */
  readonly weightCount: number;
  /** [validation row, output] before the softmax; null: not wanted, or diverged. */
  readonly validationOutputs: Float32Array | null;
  /** [validation row] class, or value in regression; null: not wanted. */
  readonly validationTargets: Float32Array | null;
  /** [validation row, feature], scaled as `featureScale` says; null: not wanted. */
  readonly validationInputs: {
    readonly features: Float32Array | Uint8Array;
    readonly featureScale: number;
  } | null;
  /** One a layer, [in, out]; null: not wanted, or diverged. */
  readonly weights: readonly Float32Array[] | null;
  /** With biases and running statistics, without the optimiser's moments; null: not wanted, or diverged. */
  readonly network: LaneState | null;
  /** On the sealed test rows; accuracy is NaN in regression. Null: not wanted, or diverged. */
  readonly test: {
    readonly loss: number;
    readonly accuracy: number;
    readonly rows: number;
    /** As that of the validation rows. */
    readonly targetVariance: number;
  } | null;
  /** Absent: not wanted, or diverged. */
  readonly scaled?: ScaledAnswers;
}

/** Answers of a classifier to the validation rows, with activations scaled. */
export interface ScaledAnswers {
  /** In the order of the factors. */
  readonly byFactor: readonly ScaledAnswer[];
  /** Mean activation of the first hidden layer in training: with a mask for every row, as its dropout makes them. */
  readonly trainingActivation: number;
}

export interface ScaledAnswer {
  readonly factor: number;
  readonly loss: number;
  readonly accuracy: number;
  /** Mean of the largest probability. */
  readonly confidence: number;
  /** Mean activation of the first hidden layer. */
  readonly activation: number;
}

export interface LaneOutcome {
  readonly kind: 'finished' | 'stoppedEarly' | 'diverged';
  /** The last epoch that was trained; of a lane that diverged the one at which it was noticed. */
  readonly epoch: number;
  /** Early stopping restored the weights of this epoch; null: it did not. */
  readonly restoredEpoch: number | null;
}
