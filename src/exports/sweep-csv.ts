/** A sweep's trainings as CSV: a row for every cell, fold and seed that is done. */
import { FIGURES } from '../figures/figures.ts';
import { axisLabel, axisValueText } from '../plans/sweep-words.ts';
import type { SummarisedCell, Sweep } from '../plans/sweep.ts';
import { csvText } from './csv-text.ts';
import type { CsvValue } from './csv-text.ts';

/** Of the last epoch that was trained and of the best one; all others are of the network as it was left. */
const JUDGING = [
  ...(['trainingLoss', 'trainingAccuracy'] as const),
  ...(['validationLoss', 'validationAccuracy'] as const),
];

export function sweepCsv(sweep: Sweep, cells: readonly SummarisedCell[]): string {
  const { seeds } = sweep.judging;
  const header = [
    ...sweep.axes.map(({ setting }) => axisLabel(setting)),
    ...['fold', 'seed', 'end', 'ended at epoch', 'restored epoch', 'best epoch'],
    ...FIGURES.filter((name) => name !== 'epoch').map((name) => name),
    ...JUDGING.map((name) => `last ${name}`),
    ...JUDGING.map((name) => `best ${name}`),
    ...['seconds', 'training rows', 'validation rows', 'parameters'],
  ];
  const rows = cells.flatMap(({ values, results }) =>
    results.flatMap((result, index): CsvValue[][] => {
      if (!result) return [];
      const { end, row, lastRow, best } = result;
      return [
        [
          ...sweep.axes.map(({ setting }, axis) => valueOf(sweep, setting, values[axis] ?? '')),
          ...[Math.floor(index / seeds) + 1, (index % seeds) + 1],
          ...[end.kind, end.epoch, end.restoredEpoch, best?.epoch ?? null],
          ...FIGURES.filter((name) => name !== 'epoch').map((name) => row[name]),
          ...JUDGING.map((name) => lastRow[name]),
          ...JUDGING.map((name) => best?.[name] ?? null),
          ...[result.seconds, result.trainingRows, result.validationRows, result.parameterCount],
        ],
      ];
    }),
  );
  return csvText([header, ...rows]);
}

/** Numbers stay numbers; what is chosen by name is named. */
function valueOf(sweep: Sweep, setting: string, value: string | number): CsvValue {
  return typeof value === 'number' ? value : axisValueText(sweep, setting, value);
}
