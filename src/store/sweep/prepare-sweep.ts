/** What a sweep as it is set comes to: its cells, the lanes that can train, and why the others cannot. */
import { resultKey } from '../../client/result-key.ts';
import type { LaneWishes } from '../../figures/lane-result.ts';
import { cellProblem, checkSweep } from '../../plans/check-sweep.ts';
import type { Plan } from '../../plans/plan.ts';
import { cellsOf, placeOf, planSweep } from '../../plans/sweep.ts';
import type { Sweep, SweepCell, SweepKey, SweepSummary } from '../../plans/sweep.ts';
import { sweepOf } from '../../plans/sweep-form.ts';
import type { SweepForm } from '../../plans/sweep-form.ts';
import type { PreparedRun } from '../plan-run/plan-run-state.ts';

/** With problems there are no cells. */
export interface PreparedSweep extends PreparedRun {
  readonly sweep: Sweep;
  readonly plan: Plan<SweepKey, SweepSummary>;
  readonly cells: readonly SweepCell[];
  /** By place ("3,0"): why a cell cannot run. */
  readonly refused: ReadonlyMap<string, string>;
}

export function prepareSweep(form: SweepForm): PreparedSweep {
  const problems = checkSweep(form);
  if (problems.length > 0) {
    const sweep: Sweep = { ...sweepOf({ ...form, axes: [] }), axes: [] };
    return { problems, sweep, plan: NO_PLAN, cells: [], lanes: [], refused: new Map() };
  }
  const sweep = sweepOf(form);
  const plan = planSweep(sweep);
  const cells = cellsOf(sweep);
  const refused = new Map(
    cells.flatMap((cell) => {
      const problem = cellProblem(sweep, cell);
      return problem === null ? [] : [[cell.place.join(','), problem] as const];
    }),
  );
  const lanes = plan
    .lanes()
    .filter(({ key }) => !refused.has(placeOf(key)))
    .map(({ key, spec }) => ({ key, spec, resultKey: resultKey(spec, plan.wishes) }));
  return { problems, sweep, plan, cells, lanes, refused };
}

const NO_WISHES: LaneWishes = { curveEvery: null, best: null };
const NO_PLAN: PreparedSweep['plan'] = {
  lanes: () => [],
  wishes: NO_WISHES,
  summarise: () => ({ cells: [], trainings: { done: 0, all: 0 } }),
};
