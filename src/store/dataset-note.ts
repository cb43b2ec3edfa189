/**
 * What the choice of a data set came to: what was set with it, what was kept though something else would
 * suit the set better, and how it was before, so that it can be taken back.
 */
import { findDataset } from '../datasets/registry.ts';
import type { DatasetId } from '../datasets/registry.ts';
import type { Experiment } from '../protocol/experiment.ts';
import { fitToDataset } from './fit-to-dataset.ts';
import { suitDataset } from './suit-dataset.ts';

export interface DatasetNote {
  /** What was set besides the data set, as in "noise 0.1". */
  readonly set: readonly string[];
  /** What does not suit the set, as in "256 hidden units" … */
  readonly kept: readonly string[];
  /** … and the label of the set that it is kept from. */
  readonly keptFrom: string;
  readonly before: { readonly experiment: Experiment; readonly note: DatasetNote | null };
}

interface NotedChange {
  readonly experiment: Experiment;
  readonly note: DatasetNote;
}

/** Null where it is that set's already, or there is none of that id. */
export function withDataset(before: Experiment, id: DatasetId): NotedChange | null {
  const dataset = findDataset(id);
  if (!dataset || id === before.data.dataset) return null;
  const named = { ...before, data: { ...before.data, dataset: id } };
  const { experiment, changes } = fitToDataset(named, dataset);
  const { instead } = suitDataset(experiment, dataset);
  const note = {
    set: changes,
    kept: instead,
    keptFrom: findDataset(before.data.dataset)?.label ?? before.data.dataset,
    // One step back is enough: the set before is a click away.
    before: { experiment: before, note: null },
  };
  return { experiment, note };
}

/** Null where all suits the set. `note` is what is told so far, and what taking this back leads to. */
export function withSuitedSettings(
  before: Experiment,
  note: DatasetNote | null,
): NotedChange | null {
  const dataset = findDataset(before.data.dataset);
  if (!dataset) return null;
  const { experiment, suits } = suitDataset(before, dataset);
  if (suits.length === 0) return null;
  return {
    experiment,
    note: { set: suits, kept: [], keptFrom: '', before: { experiment: before, note } },
  };
}
