/** Bias and variance as CSV: a row for every network, with the parts of its value of the axis. */
import { FIGURES } from '../figures/figures.ts';
import type { BiasVariance, BiasVarianceSummary } from '../plans/bias-variance.ts';
import { axisLabel, axisValueText } from '../plans/sweep-words.ts';
import { csvText } from './csv-text.ts';
import type { CsvValue } from './csv-text.ts';

const OWN_FIGURES = FIGURES.filter((name) => name !== 'epoch');

export function biasVarianceCsv(
  setup: BiasVariance,
  { values, truth }: BiasVarianceSummary,
): string {
  const { setting } = setup.axis;
  const header = [
    ...[axisLabel(setting), 'training set', 'end', 'ended at epoch'],
    ...['squared error on fresh targets', 'squared distance from the truth'],
    ...['bias2 of this value', 'variance of this value', 'noise'],
    ...['test error of this value', 'networks of this value'],
    ...OWN_FIGURES,
    ...['seconds', 'training rows', 'parameters'],
  ];
  const rows = values.flatMap(({ values: [value = ''], results, parts, test, answers }) =>
    results.flatMap((result, set): CsvValue[][] => {
      if (!result) return [];
      const own = test?.bySet.find((one) => one.set === set);
      return [
        [
          typeof value === 'number' ? value : axisValueText(setup, setting, value),
          ...[set + 1, result.end.kind, result.end.epoch],
          ...[own?.error ?? null, own?.distance ?? null],
          ...[parts?.bias2 ?? null, parts?.variance ?? null, truth?.noise ?? null],
          ...[test?.error ?? null, answers.length],
          ...OWN_FIGURES.map((name) => result.row[name]),
          ...[result.seconds, result.trainingRows, result.parameterCount],
        ],
      ];
    }),
  );
  return csvText([header, ...rows]);
}
