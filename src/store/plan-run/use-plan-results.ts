/** The results that a plan has so far, by its keys, for React components. */
import { useMemo } from 'react';
import type { LaneResult } from '../../figures/lane-result.ts';
import { resultsOf } from './plan-run-state.ts';
import type { PlanRunState, PreparedRun } from './plan-run-state.ts';

type Run = Pick<PlanRunState<unknown, PreparedRun>, 'prepared' | 'results' | 'version'>;

/** The same map for as long as nothing has come. */
export function usePlanResults({
  prepared,
  results,
  version,
}: Run): ReadonlyMap<string, LaneResult> {
  return useMemo(
    () => resultsOf(prepared, results),
    // `results` is one growing map: its version tells when to look again.
    [prepared, results, version],
  );
}
