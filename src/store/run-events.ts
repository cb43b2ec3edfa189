/** What an event of the trainer changes in the store. Figures go to the run's history. */
import { RunHistory } from '../client/run-history.ts';
import { assertNever } from '../base/assert-never.ts';
import type { Experiment } from '../protocol/experiment.ts';
import type { TrainerEvent } from '../protocol/messages.ts';
import type { Playground } from './playground-store.ts';

export function takeEvent(
  state: Playground,
  event: TrainerEvent,
  ordered: Experiment,
): Partial<Playground> {
  switch (event.type) {
    case 'backendChosen':
      return { backend: event.backend };
    case 'statusChanged':
      return { status: event.status };
    case 'dataProgressed':
      return { dataProgress: { loadedBytes: event.loadedBytes, totalBytes: event.totalBytes } };
    case 'runPrepared':
      return {
        history: new RunHistory(event.run),
        // Names of arms may have changed meanwhile; they need no new run.
        runExperiment: ordered,
        retiredArms: [],
        liveChanges: [],
        dataProgress: null,
      };
    case 'frameCompleted': {
      const { frame } = event;
      state.history?.append(frame);
      const { epoch, stepInEpoch, stepsPerSecond } = frame;
      return { epoch, stepInEpoch, stepsPerSecond };
    }
    case 'runFailed':
      return {
        failure: event.failure,
        status: 'stopped',
        dataProgress: null,
        whenReady: null,
      };
    default:
      return assertNever(event);
  }
}
