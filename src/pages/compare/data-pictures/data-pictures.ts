/** The pictures of data that have one of their own. Adding one is its folder and a line here. */
import { findDataset } from '../../../datasets/registry.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import type { DataPicture } from './data-picture.ts';
import { decisionBoundaryPicture } from './decision-boundary/decision-boundary-picture.ts';
import { fittedCurvePicture } from './fitted-curve/fitted-curve-picture.ts';
import { usePlayground } from '../../../store/playground-context.tsx';

export const DATA_PICTURES: readonly DataPicture[] = [decisionBoundaryPicture, fittedCurvePicture];

/** Of the run on screen, or of what is set; undefined: its data have none. */
export function useDataPicture(): DataPicture | undefined {
  const id = usePlayground((state) => shownExperiment(state).data.dataset);
  const dataset = findDataset(id);
  return dataset && DATA_PICTURES.find(({ applies }) => applies(dataset));
}
