/** What a sweep can be judged by, and how that is written. */
import { ACCURACY, LOSS } from '../metric.ts';
import type { MetricWording } from '../metric.ts';

/** The share of the variance that is explained; below 0 where the mean would answer better. */
const rSquared: MetricWording = {
  ...LOSS,
  better: 'highest',
  name: 'validation R²',
  value: (value) => LOSS.value(value).replace(/^-/, '−'),
};

export const SWEEP_METRICS: Readonly<
  Record<'accuracy' | 'loss' | 'meanSquaredError' | 'rSquared', MetricWording>
> = {
  accuracy: ACCURACY,
  loss: LOSS,
  meanSquaredError: { ...LOSS, name: 'validation MSE' },
  rSquared,
};
