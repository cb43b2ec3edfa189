/** What becomes of a run that has finished, once more epochs are set than it has trained. */
import type { ArmId, Experiment } from '../../experiment/experiment.ts';
import type { Playground } from '../playground.ts';
import { trainsAlike, withLiveChanges } from '../../experiment/settings-change.ts';

/**
 * The experiment with which the finished run goes on: with more epochs, and with whatever else can change while it
 * trains. Null where it has not finished, or where the settings need another run.
 */
export function continuation(state: Playground): Experiment | null {
  const { status, epoch, runExperiment, experiment, retiredArms } = state;
  // There are no networks to train on.
  if (state.keptRun) return null;
  if (status !== 'finished' || !runExperiment || experiment.training.epochs <= epoch) return null;
  if (retiredArms.length > 0 || state.backendChoice !== state.runBackendChoice) return null;
  const longer = withLiveChanges(runExperiment, experiment, { underWay: notEnded(state), epoch });
  return trainsAlike(longer, experiment) ? longer : null;
}

/** Arms that neither early stopping nor an explosion has ended before the others. */
function notEnded({ history }: Playground): ReadonlySet<ArmId> {
  const lanes = history?.lanes.filter(({ end }) => end === null) ?? [];
  return new Set(lanes.map(({ lane }) => lane.armId));
}
