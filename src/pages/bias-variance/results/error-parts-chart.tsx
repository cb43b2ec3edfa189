/** Bias², variance, noise and test error along the axis, each with its 95 % interval. */
import { tQuantile } from '../../../base/statistics/student-t.ts';
import { inSentence } from '../../../experiment/arm-name.ts';
import { partText } from '../../../findings/bias-variance/trade-off-words.ts';
import type {
  BiasVariance,
  BiasVarianceSummary,
  ValueSummary,
} from '../../../plans/bias-variance.ts';
import { ARMS_AXIS, findSweepSetting } from '../../../plans/sweep-settings.ts';
import { axisLabel, axisValueText } from '../../../plans/sweep-words.ts';
import {
  formatLoss,
  formatLossShort,
  formatLossTick,
} from '../../../ui/chart/axis/series-format.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { LineKind, Measure } from '../../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';
import { pictureName } from './shown-value.ts';
import type { ShownPlaces } from '../../../store/bias-variance/bias-variance-store.ts';

interface ErrorPartsChartProps {
  readonly setup: BiasVariance;
  readonly summary: BiasVarianceSummary;
  /** Places on the axis, from left to right. */
  readonly order: readonly number[];
  readonly shown: ShownPlaces;
  readonly notes: readonly string[];
}

const SOLID: LineKind = {
  ...{ name: '', short: '', legend: 'mean over training sets' },
  ...{ look: 'solid', points: 'filled' },
};
const KNOWN: LineKind = {
  ...{ name: 'known', short: '', legend: 'known beforehand' },
  ...{ look: 'dashed', points: 'hollow' },
};

const owner = (
  id: string,
  label: string,
  token: string,
  markerShape: LineOwner['markerShape'],
): LineOwner => ({
  ...{ id, label, name: label, markerShape, dash: '5 4' },
  ...{
    color: `var(--${token})`,
    textColor: `var(--${token === 'ink' || token === 'ink-2' ? token : `${token}-text`})`,
  },
});
const TEST = owner('test', 'test error', 'ink', 'circle');
const VARIANCE = owner('variance', 'variance', 'arm-a', 'square');
const BIAS = owner('bias', 'bias²', 'arm-b', 'triangle');
const NOISE = owner('noise', 'noise', 'ink-2', 'diamond');

/** Means so many times the lowest say only that fits exploded, and would flatten the others. */
const MOST_TIMES_LOWEST = 12;
/** Of the highest test error. */
const NEXT_TO_NOTHING = 0.01;

export function ErrorPartsChart({ setup, summary, order, shown, notes }: ErrorPartsChartProps) {
  const values = order.flatMap((place) => summary.values[place] ?? []);
  const { setting } = setup.axis;
  const errors = values.map(({ test }) => test?.error ?? NaN);
  const lowest = Math.min(...errors.filter(Number.isFinite));
  const cut =
    Math.max(...errors.filter(Number.isFinite)) > MOST_TIMES_LOWEST * lowest
      ? MOST_TIMES_LOWEST * lowest
      : null;
  const noise = summary.truth?.noise ?? null;
  const least = Math.min(0, ...values.map(({ parts }) => parts?.bias2 ?? 0));
  const isBelowZero = least < -NEXT_TO_NOTHING * Math.max(...errors.filter(Number.isFinite));
  const marked = shown.map((place, index) => ({
    at: order.indexOf(place),
    ...{ label: pictureName(index), pin: String(index + 1) },
    labelAt: 'top' as const,
  }));
  return (
    <ValueChart
      title="Where the error comes from"
      axis={settingAxis({
        ...{
          id: `complexity along ${setting}`,
          title: axisLabel(setting),
          name: inSentence(axisLabel(setting)),
        },
        ...{ scale: 'ordinal', values: [...order.keys()] },
        text: (at) => axisValueText(setup, setting, setup.axis.values[order[at] ?? -1] ?? ''),
      })}
      axisText={axisText(setting)}
      measure={measureOf(cut, isBelowZero, noise !== null)}
      lines={[
        {
          owner: TEST,
          kind: SOLID,
          values: errors,
          spread: values.map(({ test, answers }) => half(test?.standardError, answers.length)),
        },
        {
          owner: VARIANCE,
          kind: SOLID,
          values: values.map(({ parts }) => parts?.variance ?? NaN),
          spread: spreadOf(values, 'variance'),
        },
        {
          owner: BIAS,
          kind: SOLID,
          values: values.map(({ parts }) => parts?.bias2 ?? NaN),
          spread: spreadOf(values, 'bias2'),
        },
        ...(noise === null ? [] : [{ owner: NOISE, kind: KNOWN, values: values.map(() => noise) }]),
      ]}
      spread="95 % interval over training sets"
      marked={marked}
      notes={notes}
    />
  );
}

/** With what it means to go to the right. */
function axisText(setting: string): string {
  const label = axisLabel(setting);
  if (setting === ARMS_AXIS) return 'Regularizers';
  if (setting.startsWith('data.')) return label;
  // A larger network is not a more complex fit.
  if (setting.startsWith('network.')) return `${label}: larger networks →`;
  return findSweepSetting(setting)?.simpler === 'last'
    ? `${label}: less regularization, more complex fits →`
    : `${label}: more complex fits →`;
}

function spreadOf(values: readonly ValueSummary[], part: 'variance' | 'bias2'): number[] {
  return values.map(({ parts, answers }) => half(parts?.standardErrors[part], answers.length));
}

/** Of a 95 % interval; NaN: not known. */
function half(standardError: number | undefined, networks: number): number {
  if (standardError === undefined || !Number.isFinite(standardError) || networks < 3) return NaN;
  return standardError * tQuantile(0.975, networks - 1);
}

/** An estimate of bias² may be negative; where that is no wider than a line, or only of a band, it makes no room. */
function measureOf(cut: number | null, isBelowZero: boolean, hasNoise: boolean): Measure {
  return {
    ...{
      noun: 'squared error',
      lines: hasNoise ? [SOLID, KNOWN] : [SOLID],
      best: null,
      widest: -0.888,
    },
    formatShort: (value, _, more) => formatLossShort(value, 2 + more),
    formatExact: partText,
    formatSpread: (deviation) => formatLoss(deviation, 3),
    formatTick: formatLossTick,
    domain: {
      ...{
        initial: [0, cut ?? 0.5],
        floor: isBelowZero ? null : 0,
        ceiling: null,
        smallestSpan: 1e-3,
      },
      ...{ settled: 0, holdsZero: true, isOfValues: true },
      cutOff: cut === null ? Infinity : 1,
    },
  };
}
