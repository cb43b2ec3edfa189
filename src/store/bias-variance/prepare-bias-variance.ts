/** What bias and variance as they are set come to: the values of the axis, and the networks that can be trained. */
import { resultKey } from '../../client/result-key.ts';
import { planBiasVariance } from '../../plans/bias-variance.ts';
import { biasVarianceOf } from '../../plans/bias-variance-form.ts';
import type { BiasVarianceForm } from '../../plans/bias-variance-form.ts';
import { checkBiasVariance, valueProblem } from '../../plans/check-bias-variance.ts';
import type { BiasVariance } from '../../plans/bias-variance.ts';
import type { PreparedRun } from '../plan-run/plan-run-state.ts';

/** With problems there are no lanes. */
export interface PreparedBiasVariance extends PreparedRun {
  readonly setup: BiasVariance;
  readonly plan: ReturnType<typeof planBiasVariance>;
  /** By place on the axis: why networks of that value cannot be trained. */
  readonly refused: ReadonlyMap<number, string>;
}

export function prepareBiasVariance(form: BiasVarianceForm): PreparedBiasVariance {
  const problems = checkBiasVariance(form);
  const setup = biasVarianceOf(form);
  // What has problems may be no plan at all.
  const whole = problems.length === 0 ? setup : { ...setup, axis: { ...setup.axis, values: [] } };
  const plan = planBiasVariance(whole);
  const refused = new Map(
    plan.cells.flatMap((cell, place) => {
      const problem = valueProblem(form, cell);
      return problem === null ? [] : [[place, problem] as const];
    }),
  );
  const lanes = plan
    .lanes()
    .filter(({ key }) => !refused.has(Number(key.slice(0, key.indexOf('/')))))
    .map(({ key, spec }) => ({ key, spec, resultKey: resultKey(spec, plan.wishes) }));
  return { problems, setup: whole, plan, lanes, refused };
}
