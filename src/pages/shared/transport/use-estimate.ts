/** What is not trained yet is timed on this device, once the form has come to rest. */
import { useEffect } from 'react';
import type { PlanRunState, PreparedRun } from '../../../store/plan-run/plan-run-state.ts';

/** A form that is being changed is not timed at every key. */
const SETTLED_MS = 600;

export function useEstimate({
  prepared,
  status,
  estimate,
}: Pick<PlanRunState<unknown, PreparedRun>, 'prepared' | 'status' | 'estimate'>): void {
  useEffect(() => {
    if (status !== 'resting') return;
    const timer = setTimeout(estimate, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [prepared, status, estimate]);
}
