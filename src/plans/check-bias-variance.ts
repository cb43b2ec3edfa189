/** What keeps bias and variance from being measured, in plain sentences. */
import { withCommas } from '../base/text/with-commas.ts';
import { findDataset } from '../datasets/registry.ts';
import type { Problem } from '../settings/settings.ts';
import { FEWEST_SETS, MOST_SETS, TRUTHS, biasVarianceOf } from './bias-variance-form.ts';
import type { BiasVarianceForm } from './bias-variance-form.ts';
import { cellProblem } from './check-sweep.ts';
import { axisProblem } from './sweep-axis.ts';
import { cellsOf } from './sweep.ts';

/** Answers of all networks at all places: what a page can hold. */
const MOST_ANSWERS = 40_000_000;

/** Of the whole; empty: it can run, but for single values of the axis (`valueProblem`). */
export function checkBiasVariance(form: BiasVarianceForm): Problem[] {
  const { base, axis, sets } = form;
  const dataset = findDataset(base.data.dataset);
  if (!dataset || !TRUTHS.some((id) => id === dataset.id))
    return problem(
      'base.data.dataset',
      `Many training sets can be drawn of the curves, the ring and the digits, not of ${dataset?.label ?? base.data.dataset}.`,
    );
  const wrongAxis = axisProblem(axis);
  if (wrongAxis !== null) return problem('axis', wrongAxis);
  if (!Number.isInteger(sets) || sets < FEWEST_SETS || sets > MOST_SETS)
    return problem('sets', `Choose from ${FEWEST_SETS} to ${MOST_SETS} training sets.`);
  const cells = cellsOf({ ...biasVarianceOf(form), axes: [biasVarianceOf(form).axis] });
  const stopping = cells.some(({ base: own }) => own.regularizers.earlyStopping);
  if (stopping)
    return problem(
      'base.regularizers.earlyStopping',
      'Early stopping would watch the places at which networks are judged. Switch it off; vary the number of epochs to see what stopping does.',
    );
  const places =
    dataset.rows.kind === 'generated'
      ? (dataset.rows.truth?.gridRows ?? 0)
      : base.data.validationExamples;
  const answers = cells.length * sets * places * dataset.outputs;
  if (answers > MOST_ANSWERS)
    return problem(
      'sets',
      `${withCommas(answers)} answers are more than this page holds. Choose fewer training sets, values or validation rows.`,
    );
  const problems = cells.map((cell) => valueProblem(form, cell));
  return problems.every((one) => one !== null) ? problem('base', problems[0] ?? null) : [];
}

/** Why networks of this value of the axis cannot be trained; null: they can. */
export function valueProblem(
  { seed }: Pick<BiasVarianceForm, 'seed'>,
  cell: Parameters<typeof cellProblem>[1],
): string | null {
  return cellProblem({ seed, judging: { foldCount: null } }, cell);
}

function problem(path: string, message: string | null): Problem[] {
  return message === null ? [] : [{ path, message }];
}
