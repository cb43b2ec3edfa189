/** The microscope's panels that have something to show for an experiment, in the order of “Look at”. */
import { findDataset } from '../../../datasets/registry.ts';
import type { MicroscopePanel } from './shared/microscope-panel.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { MICROSCOPE_PANELS } from './microscope-panels.ts';

export function applicablePanels(experiment: Experiment): readonly MicroscopePanel[] {
  const dataset = findDataset(experiment.data.dataset);
  return dataset ? MICROSCOPE_PANELS.filter((panel) => panel.applies({ dataset, experiment })) : [];
}

/** The one that was chosen, or the first that has something to show. */
export function panelToShow(
  experiment: Experiment,
  chosenId: string | null,
): MicroscopePanel | undefined {
  const panels = applicablePanels(experiment);
  const dataset = findDataset(experiment.data.dataset);
  const chosen = panels.find(({ id }) => id === chosenId);
  return chosen ?? panels.find(({ isVacant }) => !dataset || !isVacant?.({ dataset, experiment }));
}
