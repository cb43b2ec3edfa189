/** The figures of a class over its seats, with their mean and its interval. */
import { countOf } from '../../base/text/count-of.ts';
import { useMemo } from 'react';
import { meanDifference } from '../../findings/verdict/paired-difference.ts';
import { wordingOf } from '../../findings/class/describe-class.ts';
import type { ClassFigures } from '../../findings/class/describe-class.ts';
import { sweepMeasure } from '../../pages/sweep/results/sweep-measure.ts';
import { armStyle } from '../../ui/arm-style.ts';
import { settingAxis } from '../../ui/chart/axis/setting-axis.ts';
import type { LineOwner } from '../../ui/chart/data/line-owner.ts';
import type { ValueLine } from '../../ui/chart/data/series-of-lines.ts';
import type { LineKind } from '../../ui/chart/data/series-types.ts';
import { ValueChart } from '../../ui/chart/value-chart.tsx';
import { mean } from '../../base/statistics/summary.ts';

const SEAT: LineKind = {
  ...{ name: 'seat', short: '', legend: 'a seat', look: 'solid' },
  ...{ points: 'filled', hasNoLine: true },
};
const MEAN: LineKind = { name: 'mean', short: 'mean', legend: 'mean', look: 'dashed' };
const IDS = ['A', 'B'] as const;

export function SeatChart({ figures }: { readonly figures: ClassFigures }) {
  const { label, unit, names, seats } = figures;
  const isShare = unit === '%';
  const axis = useMemo(
    () =>
      settingAxis({
        ...{ id: 'seats of a class', title: 'Seat', name: 'seat', scale: 'linear' },
        values: seats.map(({ seat }) => seat),
        text: String,
      }),
    [seats],
  );
  const lines = useMemo(
    () =>
      names.flatMap((name, place): ValueLine[] => {
        const id = IDS[place] ?? 'B';
        const owner: LineOwner = {
          ...{ id, label: names.length > 1 ? name : '', name: names.length > 1 ? name : label },
          ...armStyle(id),
        };
        const values = seats.map((one) => (one.values[place] ?? NaN) / (isShare ? 100 : 1));
        const middle = mean(values);
        const interval = meanDifference(values, { risk: 0.05 });
        return [
          {
            ...{ owner, kind: MEAN, values: values.map(() => middle) },
            spread: interval && values.map(() => interval.high - middle),
          },
          { owner, kind: SEAT, values },
        ];
      }),
    [names, seats, label, isShare],
  );
  const format = wordingOf(figures).value;
  return (
    <ValueChart
      title={`${label} over ${countOf(seats.length, 'seats')}`}
      axis={axis}
      measure={sweepMeasure({ name: label, format, isShare }, [MEAN, SEAT])}
      lines={lines}
      spread={seats.length > 2 ? '95 % interval of the mean' : null}
    />
  );
}
