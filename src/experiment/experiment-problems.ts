/** What keeps an experiment from running, of whatever data sets and regularizers this page has. */
import { isRecord } from '../base/is-record.ts';
import { findDataset } from '../datasets/registry.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import type { Problem } from '../settings/settings.ts';
import { checkExperiment } from './check-experiment.ts';

/** In plain sentences; empty when it can run. Takes any value, as `checkExperiment` does. */
export function experimentProblems(experiment: unknown): Problem[] {
  const data = isRecord(experiment) ? experiment['data'] : undefined;
  const id = isRecord(data) ? data['dataset'] : undefined;
  const dataset = typeof id === 'string' ? findDataset(id) : undefined;
  return checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
}
