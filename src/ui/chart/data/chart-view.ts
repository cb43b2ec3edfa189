/** How a chart is looked at. Nothing of it reaches a figure. */

/** How lines are drawn. */
export interface LineView {
  readonly scale: 'linear' | 'log';
  /** Weight of what came before in a moving average, 0 (off) to 0.95. */
  readonly smoothing: number;
  /** Repeated runs also one by one. */
  readonly showsSeeds: boolean;
}

/** Lines as they were measured. */
export const PLAIN_VIEW: LineView = { scale: 'linear', smoothing: 0, showsSeeds: false };

/** How a chart of a run is looked at. */
export interface ChartView extends LineView {
  readonly unit: AxisUnit;
  /** The part of the axis that is shown, in its unit; `to` null: to the end. */
  readonly from: number;
  readonly to: number | null;
  /** Training also against the true labels, where labels are wrong. */
  readonly showsTrueLabels: boolean;
}

/** An arm with smaller batches takes more steps in an epoch. */
export type AxisUnit = 'epochs' | 'steps';
