/** What keeps an experiment from running, of whatever data sets and regularizers this page has. */
import { isRecord } from '../base/is-record.ts';
import { keptTable, tableRecipe } from '../datasets/own/kept-tables.ts';
import { findDataset } from '../datasets/registry.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import type { Problem } from '../settings/settings.ts';
import { checkExperiment } from './check-experiment.ts';

/** In plain sentences; empty when it can run. Takes any value, as `checkExperiment` does. */
export function experimentProblems(experiment: unknown): Problem[] {
  return [...experimentFaults(experiment), ...absentRows(experiment)];
}

/** But for rows that are not in this browser: a run that has been trained on them can be shown all the same. */
export function experimentFaults(experiment: unknown): Problem[] {
  const id = datasetIdIn(experiment);
  const dataset = id === null ? undefined : findDataset(id);
  return checkExperiment(experiment, { dataset, regularizers: REGULARIZERS });
}

function absentRows(experiment: unknown): Problem[] {
  const id = datasetIdIn(experiment);
  const table = id !== null && !keptTable(id) && tableRecipe(id);
  if (!table) return [];
  const message = `The own table “${table.fileName}” is not in this browser: open its file to train on it.`;
  return [{ path: 'data.dataset', message }];
}

function datasetIdIn(experiment: unknown): string | null {
  const data = isRecord(experiment) ? experiment['data'] : undefined;
  const id = isRecord(data) ? data['dataset'] : undefined;
  return typeof id === 'string' ? id : null;
}
