/** What a sweep as it is set comes to: its cells, the lanes that can train, and why the others cannot. */
import { resultKey } from '../../client/result-key.ts';
import type { LaneSpec } from '../../experiment/lane-spec.ts';
import type { LaneResult, LaneWishes } from '../../figures/lane-result.ts';
import { cellProblem, checkSweep } from '../../plans/check-sweep.ts';
import type { Plan } from '../../plans/plan.ts';
import { cellsOf, placeOf, planSweep } from '../../plans/sweep.ts';
import type { Sweep, SweepCell, SweepKey, SweepSummary } from '../../plans/sweep.ts';
import { sweepOf } from '../../plans/sweep-form.ts';
import type { SweepForm } from '../../plans/sweep-form.ts';
import type { Problem } from '../../settings/settings.ts';

export interface SweepLane {
  readonly key: SweepKey;
  readonly spec: LaneSpec;
  /** Its result is kept under this name: equal trainings of other sweeps have the same one. */
  readonly resultKey: string;
}

export interface PreparedSweep {
  /** What keeps all of it from running. With any, there are no cells. */
  readonly problems: readonly Problem[];
  readonly sweep: Sweep;
  readonly plan: Plan<SweepKey, SweepSummary>;
  readonly cells: readonly SweepCell[];
  /** Of the cells that can run. */
  readonly lanes: readonly SweepLane[];
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

/** The results that there are, by the keys of the plan. */
export function resultsOf(
  { lanes }: Pick<PreparedSweep, 'lanes'>,
  kept: ReadonlyMap<string, LaneResult>,
): ReadonlyMap<SweepKey, LaneResult> {
  return new Map(
    lanes.flatMap((lane) => {
      const result = kept.get(lane.resultKey);
      return result ? [[lane.key, result] as const] : [];
    }),
  );
}
