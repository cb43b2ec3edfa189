/** The axis of values of a chart: what it reaches from and to, and how. */
export interface ValueAxis {
  readonly scale: 'linear' | 'log';
  /** Above 0 on a log axis. */
  readonly low: number;
  readonly high: number;
  /** Between the ticks of a linear axis; 0 on a log axis. */
  readonly step: number;
}
