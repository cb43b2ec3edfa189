/** The experiment whose curves are on screen; until it trains, the one that is set. */
import type { Experiment } from '../../../experiment/experiment.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { isUntouched } from '../../../store/compare/run-director.ts';

export function useExperimentOnShow(): Experiment {
  return usePlayground((state) => (isUntouched(state) ? state.experiment : shownExperiment(state)));
}
