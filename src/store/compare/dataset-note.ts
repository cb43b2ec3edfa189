/**
 * The result of choosing a data set: the start that suits the set, or the earlier settings as far as the set allows
 * them; and the settings before, so that the choice can be undone.
 */
import { findDataset } from '../../datasets/registry.ts';
import type { DatasetId } from '../../datasets/registry.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { Pace } from '../../protocol/messages.ts';
import { fitToDataset } from '../../experiment/fit-to-dataset.ts';
import { listDifferences, suitDataset } from '../../experiment/suit-dataset.ts';

interface PacedExperiment {
  readonly experiment: Experiment;
  readonly pace: Pace;
}

export interface DatasetNote {
  /** Whether the settings of before were kept. */
  readonly keepsSettings: boolean;
  /** What was set with the data set, as in "noise 0.1". */
  readonly set: readonly string[];
  /** What was kept though it does not suit the set, as in "256 hidden units" … */
  readonly kept: readonly string[];
  /** … and the label of the set that it is kept from. */
  readonly keptFrom: string;
  readonly before: PacedExperiment;
}

interface NotedChange extends PacedExperiment {
  readonly note: DatasetNote;
}

/** With the start that suits the set. Null where it is that set's already, or there is none of that id. */
export function withDataset(before: PacedExperiment, id: DatasetId): NotedChange | null {
  const dataset = findDataset(id);
  if (!dataset || id === before.experiment.data.dataset) return null;
  const experiment = suitDataset(onDataset(before.experiment, id), dataset);
  const set = listDifferences(experiment, before.experiment);
  const note = { keepsSettings: false, set, kept: [], keptFrom: labelOf(before), before };
  return { experiment, pace: dataset.start.pace, note };
}

/** The data alone, with the settings of before as far as the set lets them stay. */
export function withDatasetAlone(before: PacedExperiment, id: DatasetId): NotedChange | null {
  const dataset = findDataset(id);
  if (!dataset || id === before.experiment.data.dataset) return null;
  const { experiment, changes } = fitToDataset(onDataset(before.experiment, id), dataset);
  const kept = listDifferences(experiment, suitDataset(experiment, dataset));
  const note = { keepsSettings: true, set: changes, kept, keptFrom: labelOf(before), before };
  return { experiment, pace: before.pace, note };
}

function onDataset(experiment: Experiment, id: DatasetId): Experiment {
  return { ...experiment, data: { ...experiment.data, dataset: id } };
}

function labelOf({ experiment: { data } }: PacedExperiment): string {
  return findDataset(data.dataset)?.label ?? data.dataset;
}
