/**
 * A sweep as JSON: the plan (what every training was, seeds and folds included) and all results, so that another
 * program can do it again and hold its own against it.
 */
import type { SweepForm } from '../plans/sweep-form.ts';
import type { SummarisedCell, Sweep } from '../plans/sweep.ts';

export function sweepJson(form: SweepForm, sweep: Sweep, cells: readonly SummarisedCell[]): string {
  const { seeds } = sweep.judging;
  const document = {
    format: 'regularization-playground/sweep',
    version: 1,
    notes: [
      'A fold is drawn by the rules in docs/architecture.md from the seed; fold and seed count from 0.',
      'Figures of a training that diverged, and figures that do not exist, are null.',
    ],
    form,
    sweep,
    cells: cells.map(({ place, values, base, results }) => ({
      ...{ place, values, settings: base },
      trainings: results.flatMap((result, index) =>
        result
          ? [
              {
                ...{ fold: Math.floor(index / seeds), seed: index % seeds },
                ...withoutArrays(result),
              },
            ]
          : [],
      ),
    })),
  };
  return JSON.stringify(document, null, 1);
}

/** Outputs and weights are files of their own. */
function withoutArrays(result: NonNullable<SummarisedCell['results'][number]>) {
  const { validationOutputs: _, weights: __, ...others } = result;
  return others;
}
