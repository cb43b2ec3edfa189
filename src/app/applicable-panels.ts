/** The microscope's panels that have something to show for an experiment, in the order of “Look at”. */
import { findDataset } from '../datasets/registry.ts';
import type { MicroscopePanel } from '../panels/microscope-panel.ts';
import type { Experiment } from '../protocol/experiment.ts';
import { MICROSCOPE_PANELS } from './microscope-panels.ts';

export function applicablePanels(experiment: Experiment): readonly MicroscopePanel[] {
  const dataset = findDataset(experiment.data.dataset);
  return dataset ? MICROSCOPE_PANELS.filter((panel) => panel.applies({ dataset, experiment })) : [];
}
