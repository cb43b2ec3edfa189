/** The run on screen as a record: as it stands, or as it was kept. */
import { APP_VERSION } from '../../base/app-version.ts';
import { recordOf } from '../../client/run-record.ts';
import type { RunRecord } from '../../client/run-record.ts';
import type { Playground } from '../playground.ts';

/** Null: there is none. */
export function recordOnShow(state: Playground): RunRecord | null {
  const { history, runExperiment: experiment, liveChanges: changes, backend, keptRun } = state;
  if (!history || !experiment) return null;
  // Its arms may have been renamed since; when and where it was made has not changed.
  if (keptRun) return { ...keptRun.record, experiment };
  return recordOf(
    { history, experiment, changes },
    {
      ...{ at: new Date().toISOString(), app: APP_VERSION },
      backend: backend && { name: backend.name, renderer: backend.renderer },
    },
  );
}
