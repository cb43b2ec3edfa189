/** What the findings of bias and variance are drawn from: plain data that know no plan, store or page. */

export interface TradeOffMaterial {
  readonly axis: TradeOffAxis;
  /** In the order of the axis. */
  readonly values: readonly ValueFigures[];
  readonly trainings: { readonly done: number; readonly all: number };
  /** Null: real rows, and noise is within bias². */
  readonly noise: number | null;
  readonly task: 'classification' | 'regression';
  /** "points", "digits" */
  readonly noun: string;
  /** Of a training set. */
  readonly rows: number;
}

export interface TradeOffAxis {
  /** What stands before a value in a sentence, "L2 strength", and what behind it, "units"; '' where nothing does. */
  readonly before: string;
  readonly behind: string;
  /** What is left out where a value is "off": "L2"; absent: no value is. */
  readonly leftOut?: string;
  /** Which end has the simpler fits. */
  readonly simpler: 'first' | 'last' | 'neither';
  readonly kind: 'strength' | 'length' | 'size' | 'data' | 'arms';
}

/** Networks of one value of the axis, one a training set. */
export interface ValueFigures {
  /** "0.003", "off", "dropout 0.5" */
  readonly label: string;
  /** Networks that answered. */
  readonly networks: number;
  /** Numbers of the training sets, from 1, whose network diverged. */
  readonly diverged: readonly number[];
  /** Null: fewer than two networks, or not all are trained. */
  readonly figures: PartFigures | null;
}

export interface PartFigures {
  readonly bias2: number;
  readonly variance: number;
  /** On fresh targets. */
  readonly test: number;
  /** Number of a training set, from 1, to the test error of its network. */
  readonly testBySet: ReadonlyMap<number, number>;
  /** The training set, from 1, whose network has the largest share of the variance. */
  readonly largest: { readonly set: number; readonly share: number };
  /** Share of pairs of networks with different classes; null in regression. */
  readonly disagreement: number | null;
}
