/** How a sweep's axes, values and scores are written. */
import { findDataset } from '../datasets/registry.ts';
import { decimals, percent } from '../base/text/figure-text.ts';
import type { Format } from '../base/text/figure-text.ts';
import type { Sweep } from './sweep.ts';
import { valueText } from './sweep-axis.ts';
import { ARMS_AXIS, findSweepSetting } from './sweep-settings.ts';
import type { AxisValue } from './sweep-settings.ts';

/** "L2: strength", "Learning rate", "Arms of Compare" */
export function axisLabel(setting: string): string {
  if (setting === ARMS_AXIS) return 'Arms of Compare';
  return findSweepSetting(setting)?.label ?? setting;
}

/** "0.003", "off", "Adam", "B · Dropout 0.5" */
export function axisValueText(
  { arms }: Pick<Sweep, 'arms'>,
  setting: string,
  value: AxisValue,
): string {
  if (setting === ARMS_AXIS) return arms?.find(({ id }) => id === value)?.label ?? String(value);
  const known = findSweepSetting(setting);
  return known ? valueText(known, value) : String(value);
}

/** The same where there is little room: of an arm its letter. */
export function shortValueText(
  sweep: Pick<Sweep, 'arms'>,
  setting: string,
  value: AxisValue,
): string {
  return setting === ARMS_AXIS ? String(value) : axisValueText(sweep, setting, value);
}

export interface MetricWords {
  /** "Validation accuracy", "Validation MSE" */
  readonly title: string;
  /** "accuracy", "loss", "MSE" */
  readonly name: string;
  readonly format: Format;
  readonly better: 'higher' | 'lower';
}

export function metricWords({ base, judging }: Pick<Sweep, 'base' | 'judging'>): MetricWords {
  const isRegression = findDataset(base.data.dataset)?.task === 'regression';
  if (judging.metric === 'accuracy')
    return { title: 'Validation accuracy', name: 'accuracy', format: percent, better: 'higher' };
  if (judging.metric === 'rSquared')
    return { title: 'Validation R²', name: 'R²', format: decimals(3), better: 'higher' };
  const name = isRegression ? 'MSE' : 'loss';
  return { title: `Validation ${name}`, name, format: decimals(3), better: 'lower' };
}
