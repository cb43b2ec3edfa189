/** Curves of one cell by epoch: means over its trainings. */
import { useMemo } from 'react';
import type { Format } from '../../../base/text/figure-text.ts';
import { settingAxis } from '../../../ui/chart/axis/setting-axis.ts';
import { ValueChart } from '../../../ui/chart/value-chart.tsx';
import { SWEEP_OWNER, TRAINING, VALIDATION, sweepMeasure } from './sweep-measure.ts';

export interface CellCurves {
  /** Those that were measured: of many epochs not all are. */
  readonly epochs: readonly number[];
  /** After each of them. */
  readonly validation: readonly number[];
  readonly training: readonly number[];
}

interface CurvesChartProps {
  readonly title: string;
  readonly curves: CellCurves;
  readonly format: Format;
  readonly isShare: boolean;
  readonly metricName: string;
}

const LINES = [VALIDATION, TRAINING];

export function CurvesChart({ title, curves, format, isShare, metricName }: CurvesChartProps) {
  const measure = useMemo(
    () => sweepMeasure({ name: metricName, format, isShare }, LINES),
    [metricName, format, isShare],
  );
  const lines = useMemo(
    () => [
      { owner: SWEEP_OWNER, kind: VALIDATION, values: curves.validation },
      { owner: SWEEP_OWNER, kind: TRAINING, values: curves.training },
    ],
    [curves],
  );
  const axis = useMemo(() => axisOf(curves.epochs), [curves]);
  return <ValueChart {...{ title, measure, lines, axis }} />;
}

function axisOf(epochs: readonly number[]) {
  return {
    ...settingAxis({
      ...{ id: 'epochs of a cell', title: 'Epoch', name: 'epoch', scale: 'linear' },
      ...{ values: epochs, text: String },
    }),
    ...{ onePlace: 'an epoch', manyPlaces: 'epochs' },
  };
}
