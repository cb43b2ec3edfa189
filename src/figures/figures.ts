/**
 * The figures of one lane at one epoch, as one row of numbers. All are measured after the epoch with
 * dropout off and running statistics for batch norm; NaN where a figure does not exist.
 */
export const FIGURES = [
  'epoch',
  'step',
  'validationLoss',
  /** Shares in 0..1; NaN in regression. */
  'validationAccuracy',
  /** Validation rows answered wrong that were right at the most accurate epoch so far; NaN in regression. */
  'lostSinceBest',
  /** On the fixed training sample, against the labels the network was given. */
  'trainingLoss',
  'trainingAccuracy',
  /** The same rows against their true labels. */
  'trueLabelAccuracy',
  /** Of the wrongly labelled training rows looked at: how many get the given, wrong label … */
  'wrongLabelsBelieved',
  /** … and how many the true one. */
  'wrongLabelsSeenThrough',
  /** Σ of the penalties of L1 and L2; 0 without. */
  'penalty',
  /** √Σw² and Σ|w| over the weight matrices, and how many of their entries are exactly 0. */
  'weightNorm',
  'weightSum',
  'zeroWeights',
  /** Its share of the time that all lanes trained since the last row, evaluation apart. */
  'trainingMs',
] as const;

export type FigureName = (typeof FIGURES)[number];
export const FIGURE_COUNT = FIGURES.length;
export const FIGURE_INDEX = Object.fromEntries(
  FIGURES.map((name, index) => [name, index]),
) as Readonly<Record<FigureName, number>>;

/** One row as an object, for code that is not hot. */
export type FigureRow = Readonly<Record<FigureName, number>>;
