/**
 * A sweep as JSON: the plan (what every training was, seeds and folds included) and all results, so that another
 * program can repeat it and compare its own results.
 */
import type { LaneResult } from '../figures/lane-result.ts';
import { tableRecipe } from '../datasets/own/kept-tables.ts';
import { asWritten, withoutArrays } from './without-arrays.ts';
import type { PlanOrigin } from './without-arrays.ts';
import type { SweepForm } from '../plans/sweep-form.ts';
import type { SummarisedCell, Sweep } from '../plans/sweep.ts';

/** What the file says that it is. */
export const SWEEP_FORMAT = { name: 'regularization-playground/sweep', version: 3 } as const;

/** `rows`: of one cell in the order of its trainings, with their row numbers; all cells share them. */
export function sweepJson(
  form: SweepForm,
  sweep: Sweep,
  cells: readonly SummarisedCell[],
  rows: readonly LaneResult[],
  made: PlanOrigin,
): string {
  const { seeds } = sweep.judging;
  const document = {
    format: SWEEP_FORMAT.name,
    version: SWEEP_FORMAT.version,
    made,
    notes: [
      'Fold and seed count from 0. Row numbers are places in the files of the data set (public/data), those held out after all others; null where pools are apart or rows are made from the seed. Where cells train on different numbers of rows they are those of the largest.',
      'Of a training, "row" has the figures of the network as it was left (of the epoch that early stopping restored, or of the last), "lastRow" those of the last epoch that was trained, "best" those of the best where it was looked for. "judging.at" says by which of them it is judged: restored, last, best.',
      'Figures of a training that diverged, and figures that do not exist, are null; "Infinity", "-Infinity" and "-0" are words.',
    ],
    form,
    table: tableRecipe(form.base.data.dataset),
    sweep,
    rows: rows.map(({ rowNumbers }, index) => ({
      ...repeatOf(index, seeds),
      training: rowNumbers && [...rowNumbers.training],
      validation: rowNumbers && [...rowNumbers.validation],
    })),
    cells: cells.map(({ place, values, base, results }) => ({
      ...{ place, values, settings: base },
      trainings: results.flatMap((result, index) =>
        result
          ? [
              {
                ...repeatOf(index, seeds),
                ...withoutArrays(result),
              },
            ]
          : [],
      ),
    })),
  };
  return JSON.stringify(document, asWritten, 1);
}

function repeatOf(index: number, seeds: number) {
  return { fold: Math.floor(index / seeds), seed: index % seeds };
}
