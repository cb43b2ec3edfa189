/**
 * A slice of a sweep: means of validation and training along an axis, with a dot for every training. Values stand
 * at equal distances, in the order in which they were set.
 */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Format } from '../../../base/text/figure-text.ts';
import type { FittingSide } from '../../../findings/sweep/fitting-sides.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import type { LineKind } from '../../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';
import type { SlicePoint } from './slice-point.ts';
import { SWEEP_OWNER, TRAINING, VALIDATION, cutOf, sweepMeasure } from './sweep-measure.ts';

interface SliceChartProps {
  readonly title: string;
  readonly points: readonly SlicePoint[];
  readonly format: Format;
  /** Figures are shares, from 0 to 1. */
  readonly isShare: boolean;
  readonly better: 'higher' | 'lower';
  /** Values follow from each other; arms and choices do not, and no line leads from one to the next. */
  readonly isOrdered: boolean;
  readonly axisName: string;
  /** The same in a sentence. */
  readonly axisNoun: string;
  readonly metricName: string;
  /** What dots and bars are; null: there are none. */
  readonly dots: string | null;
  readonly bars: string | null;
  readonly notes: readonly string[];
  readonly bestLabel: string | null;
  /** Stretches of the axis that overfit or underfit, where the losses say so. */
  readonly sides: readonly FittingSide[];
  readonly actions: ReactNode;
}

export function SliceChart(props: SliceChartProps) {
  const { title, points, format, isShare, better, isOrdered, axisName, axisNoun } = props;
  const { metricName, dots, bars, notes, bestLabel, sides, actions } = props;
  const labels = points.map(({ label }) => label).join(BETWEEN);
  // The same while figures come: an axis is drawn anew when it is another.
  const axis = useMemo(
    () => axisOf(axisName, axisNoun, labels.split(BETWEEN)),
    [axisName, axisNoun, labels],
  );
  const means = points.map(({ validation }) => validation ?? NaN);
  const cut = better === 'lower' ? cutOf(means) : null;
  const kinds = isOrdered ? ORDERED : UNORDERED;
  // Where the better figures are not.
  const labelAt = better === 'higher' ? 'bottom' : 'top';
  const best = points.findIndex(({ label }) => label === bestLabel);
  return (
    <ValueChart
      {...{ title, dots, notes, actions }}
      name="Scores"
      axis={axis}
      measure={sweepMeasure({ name: metricName, format, isShare }, kinds, cut)}
      lines={[
        {
          ...{ owner: SWEEP_OWNER, kind: kinds[0], values: means },
          spread: points.map(({ standardError }) => standardError ?? NaN),
          dots: points.map((point) => point.dots),
        },
        {
          ...{ owner: SWEEP_OWNER, kind: kinds[1] },
          values: points.map(({ training }) => training ?? NaN),
        },
      ]}
      spread={bars}
      marked={best < 0 ? [] : [{ at: best, label: 'best', labelAt }]}
      stretches={sides.map(({ kind, from, to }) => ({
        ...{ from, to, label: kind, labelAt },
      }))}
    />
  );
}

const BETWEEN = '\n';

function axisOf(title: string, name: string, labels: readonly string[]) {
  return settingAxis({
    ...{ id: `slice along ${title}`, title, name },
    ...{ scale: 'ordinal', values: [...labels.keys()] },
    text: (place) => labels[place] ?? '',
  });
}

const ORDERED: readonly [LineKind, LineKind] = [
  { ...VALIDATION, points: 'filled', hasBars: true },
  { ...TRAINING, points: 'hollow' },
];

const UNORDERED: readonly [LineKind, LineKind] = [
  { ...ORDERED[0], hasNoLine: true },
  { ...ORDERED[1], hasNoLine: true },
];
