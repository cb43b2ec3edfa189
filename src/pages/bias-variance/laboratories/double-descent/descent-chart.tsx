/** Test and training figures by the number of random features, on a scale of their logarithm. */
import { useMemo } from 'react';
import { withCommas } from '../../../../base/text/with-commas.ts';
import { featureCounts } from '../../../../closed-forms/double-descent.ts';
import type { DescentPoint, FitFigures } from '../../../../closed-forms/double-descent.ts';
import { settingAxis } from '../../../../ui/chart/axis/setting-axis.ts';
import { PLAIN_VIEW } from '../../../../ui/chart/data/chart-view.ts';
import type { ValueLine } from '../../../../ui/chart/data/series-of-lines.ts';
import { ValueChart } from '../../../../ui/chart/value-chart.tsx';
import { MEASURES, PLAIN, RIDGE, TEST, TRAINING } from './descent-measure.ts';
import type { DescentFigure } from './descent-measure.ts';

interface DescentChartProps {
  /** Training images: n. */
  readonly rows: number;
  readonly points: readonly DescentPoint[];
  readonly figure: DescentFigure;
}

/** An error below it is rounding: the fit is exact. */
const EXACT = 1e-6;

export function DescentChart({ rows, points, figure }: DescentChartProps) {
  const counts = useMemo(() => featureCounts(rows), [rows]);
  const axis = useMemo(
    () =>
      settingAxis({
        ...{ id: 'double descent', title: 'Random features p', name: 'random features' },
        ...{ scale: 'log', values: counts, text: withCommas },
      }),
    [counts],
  );
  const lines = useMemo(() => linesOf(points, figure), [points, figure]);
  const isAccuracy = figure === 'accuracy';
  return (
    <ValueChart
      title={isAccuracy ? 'Accuracy' : 'Squared error'}
      measure={MEASURES[figure]}
      view={{ ...PLAIN_VIEW, scale: isAccuracy ? 'linear' : 'log' }}
      marked={[
        {
          at: counts.indexOf(rows),
          label: `p = n = ${rows}`,
          labelAt: isAccuracy ? 'bottom' : 'top',
        },
      ]}
      notes={
        isAccuracy
          ? ['Training accuracy is on the labels as given, wrong ones too.']
          : [
              'Summed over the ten classes. Without ridge the training error is 0 once every label is fitted, which this scale cannot show.',
            ]
      }
      {...{ axis, lines }}
    />
  );
}

function linesOf(points: readonly DescentPoint[], figure: DescentFigure): ValueLine[] {
  const [test, training] = (
    figure === 'accuracy' ? ['testAccuracy', 'trainingAccuracy'] : ['testError', 'trainingError']
  ) as [keyof FitFigures, keyof FitFigures];
  return (['ridge', 'plain'] as const).flatMap((kind) => {
    const owner = kind === 'plain' ? PLAIN : RIDGE;
    const valuesOf = (name: keyof FitFigures) =>
      points.map((point) => drawable(point[kind]?.[name] ?? NaN, figure));
    return [
      { owner, kind: TEST, values: valuesOf(test) },
      { owner, kind: TRAINING, values: valuesOf(training) },
    ];
  });
}

function drawable(value: number, figure: DescentFigure): number {
  return figure === 'squared error' && value < EXACT ? NaN : value;
}
