/**
 * Bias and variance as JSON: what was trained, what every network answers at every place, and the truth there, so
 * that another program can take the error apart again.
 */
import type { BiasVariance, BiasVarianceSummary } from '../plans/bias-variance.ts';
import type { BiasVarianceForm } from '../plans/bias-variance-form.ts';
import { withoutArrays } from './without-arrays.ts';

export function biasVarianceJson(
  form: BiasVarianceForm,
  setup: BiasVariance,
  { values, truth }: BiasVarianceSummary,
): string {
  const document = {
    format: 'regularization-playground/bias-variance',
    version: 1,
    notes: [
      'Training sets count from 0. "answers" and "truth.answers" are [place, output] row by row; those of classes are probabilities. Places are the grid of the truth, or the validation rows.',
      'variance = Σ(p − m)² / (S − 1), bias2 = (m − t)² − variance / S, summed over outputs and averaged over places; their sum is the mean squared distance from the truth.',
      'Figures of a network that diverged, and figures that do not exist, are null.',
    ],
    form,
    setup,
    truth: truth && {
      ...{ task: truth.task, places: truth.places, outputs: truth.outputs },
      ...{ noise: truth.noise, answers: [...truth.answers] },
    },
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
            { set, ...withoutArrays(result), answers: own ? Array.from(own, rounded) : null },
          ];
        }),
      }),
    ),
  };
  return JSON.stringify(document);
}

/** As exact as the single precision that networks answer in. */
function rounded(answer: number): number {
  return Number(answer.toPrecision(8));
}
