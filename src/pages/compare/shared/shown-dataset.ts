/** The data set of the run on screen, or of the settings where there is no run. */
import { findDataset } from '../../../datasets/registry.ts';
import type { Dataset } from '../../../datasets/dataset.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';

export function useShownDataset(): Dataset | undefined {
  const id = usePlayground((state) => shownExperiment(state).data.dataset);
  return findDataset(id);
}
