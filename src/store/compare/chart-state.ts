/** Which charts are on show and how they are looked at. Nothing here reaches a figure. */

export type ChartId = 'accuracy' | 'loss' | 'gap' | 'penalty';

/** Of each chart its own. */
export interface OwnChartView {
  readonly scale: 'linear' | 'log';
  /** Weight of what came before in a moving average, 0 (off) to 0.95. */
  readonly smoothing: number;
  /** Training also against the true labels, where labels are wrong. */
  readonly showsTrueLabels: boolean;
}

/** What all charts share, so that they can be read side by side. */
interface SharedChartView {
  readonly unit: 'epochs' | 'steps';
  /** The part of the axis that is shown, in its unit; `to` null: to the end. */
  readonly from: number;
  readonly to: number | null;
  /** Repeated runs also one by one. */
  readonly showsSeeds: boolean;
}

type ChartViewChange = Partial<OwnChartView & SharedChartView>;

export interface ChartSlice {
  readonly chartViews: Readonly<Record<ChartId, OwnChartView>>;
  readonly sharedChartView: SharedChartView;
  /** Which of the charts that share one spot is shown; null, or a chart that is not among them: the first. */
  readonly chosenChart: ChartId | null;
  /** Of which figure the gap between training and validation is shown. */
  readonly gapOf: 'loss' | 'accuracy';
  readonly changeChartView: (chart: ChartId, change: ChartViewChange) => void;
  readonly showChart: (chart: ChartId) => void;
  readonly showGapOf: (figure: 'loss' | 'accuracy') => void;
}
