/** The experiment on show: the one that the run on screen trains, or what is set where there is none. */
import type { Experiment } from '../../experiment/experiment.ts';
import type { Playground } from '../playground.ts';

export function shownExperiment({
  runExperiment,
  experiment,
}: Pick<Playground, 'runExperiment' | 'experiment'>): Experiment {
  return runExperiment ?? experiment;
}
