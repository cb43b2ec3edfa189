/** What an event of the trainer changes in the store. Figures go to the run's history. */
import { RunHistory } from '../../client/run-history.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { TrainerEvent } from '../../protocol/messages.ts';
import { withBackendChange } from './with-backend-change.ts';
import type { Playground } from '../playground.ts';
import { takeTestEvent } from './test-slice.ts';

export function takeEvent(
  state: Playground,
  event: TrainerEvent,
  ordered: Experiment,
): Partial<Playground> {
  switch (event.type) {
    case 'backendChosen':
      return { backend: event.backend };
    case 'statusChanged':
      return { status: event.status, runProgress: null, ...takeTestEvent(state, event) };
    case 'dataProgressed':
      return { dataProgress: { loadedBytes: event.loadedBytes, totalBytes: event.totalBytes } };
    case 'runPrepared':
      return {
        history: new RunHistory(event.run),
        // Names of arms may have changed meanwhile; they need no new run.
        runExperiment: ordered,
        retiredArms: [],
        liveChanges: [],
        lookBackEpoch: null,
        networkAnswers: null,
        dataProgress: null,
        ...takeTestEvent(state, event),
      };
    case 'runResumed':
      return {
        backend: event.backend,
        liveChanges: withBackendChange(state, event.backend),
        // The question went with the worker or its device.
        networkAnswers: null,
        resumptions: state.resumptions + 1,
        ...takeTestEvent(state, event),
      };
    case 'runProgressed':
      return { runProgress: event.progress };
    case 'settingsChanged':
    case 'runSaved':
    case 'weightsRead':
    case 'weightsFailed':
      // Nothing: run-keeper.ts keeps it in case the worker is lost, and weights-question.ts has asked.
      return {};
    case 'testMeasured':
    case 'testFailed':
      return takeTestEvent(state, event);
    case 'networksAnswered':
      return { networkAnswers: event.answers };
    case 'frameCompleted': {
      const { frame } = event;
      state.history?.append(frame);
      const { epoch, stepInEpoch, stepsPerEpoch, stepsPerSecond } = frame;
      return { epoch, stepInEpoch, stepsPerEpoch, stepsPerSecond };
    }
    case 'runFailed':
      return {
        failure: event.failure,
        status: 'stopped',
        dataProgress: null,
        runProgress: null,
        whenReady: null,
        ...takeTestEvent(state, event),
      };
    default:
      return assertNever(event);
  }
}
