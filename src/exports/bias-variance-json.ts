/**
 * Bias and variance as JSON: what was trained, what every network answers at every place, and the truth there, so
 * that another program can take the error apart again.
 */
import { floatText } from '../base/float-text.ts';
import type { BiasVariance, BiasVarianceSummary } from '../plans/bias-variance.ts';
import type { BiasVarianceForm } from '../plans/bias-variance-form.ts';
import { tableRecipe } from '../datasets/own/kept-tables.ts';
import { asWritten, withoutArrays } from './without-arrays.ts';
import type { PlanOrigin } from './without-arrays.ts';

/** What the file says that it is. */
export const BIAS_VARIANCE_FORMAT = {
  ...{ name: 'regularization-playground/bias-variance', version: 2 },
} as const;

export function biasVarianceJson(
  form: BiasVarianceForm,
  setup: BiasVariance,
  { values, truth }: BiasVarianceSummary,
  made: PlanOrigin,
): string {
  const targets = values
    .flatMap(({ results }) => results)
    .find((result) => result?.validationTargets)?.validationTargets;
  const document = {
    format: BIAS_VARIANCE_FORMAT.name,
    version: BIAS_VARIANCE_FORMAT.version,
    made,
    notes: [
      'Training sets count from 0. "answers" and "truth.answers" are [place, output] row by row; those of classes are probabilities. Places are the grid of the truth, or the validation rows; their targets are in "targets". "outputs" are the same answers before the softmax, every bit of them: base64 of 32-bit floats, little-endian.',
      'variance = Σ(p − m)² / (S − 1), bias2 = (m − t)² − variance / S, summed over outputs and averaged over places; their sum is the mean squared distance from the truth.',
      'Figures of a network that diverged, and figures that do not exist, are null; "Infinity", "-Infinity" and "-0" are words.',
    ],
    form,
    table: tableRecipe(form.base.data.dataset),
    setup,
    truth: truth && {
      ...{ task: truth.task, places: truth.places, outputs: truth.outputs },
      ...{ noise: truth.noise, answers: [...truth.answers] },
    },
    targets: targets ? [...targets] : null,
    values: values.map(
      ({ place, values: [value], base, parts, test, diverged, results, answers }) => ({
        ...{ place: place[0], value, settings: base, diverged },
        ...(parts && {
          ...{ bias2: parts.bias2, variance: parts.variance, distance: parts.distance },
          standardErrors: parts.standardErrors,
        }),
        test: test && { error: test.error, standardError: test.standardError, bySet: test.bySet },
        networks: results.flatMap((result, set) => {
          if (!result) return [];
          const index = test?.bySet.findIndex((one) => one.set === set) ?? -1;
          const own = index < 0 ? undefined : answers[index];
          return [
            {
              ...{ set, ...withoutArrays(result) },
              answers: own ? Array.from(own, rounded) : null,
              outputs: result.validationOutputs && floatText(result.validationOutputs),
            },
          ];
        }),
      }),
    ),
  };
  return JSON.stringify(document, asWritten);
}

/** As exact as the single precision that networks answer in. */
function rounded(answer: number): number {
  return Number(answer.toPrecision(8));
}
