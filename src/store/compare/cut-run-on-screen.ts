/** A run that was cut off, on screen again as it was shown, about to train on. */
import type { CutRun } from '../../client/cut-run.ts';
import { RunHistory } from '../../client/run-history.ts';
import type { Playground } from '../playground.ts';
import type { RunOnScreen } from './kept-run.ts';

export function cutRunOnScreen(
  { experiment, presetId, changes, backend, run, frame }: CutRun,
  { backendChoice, panelId }: Playground,
): RunOnScreen & Pick<Playground, 'backend' | 'cutRun'> {
  const history = new RunHistory(run);
  history.append(frame);
  return {
    ...{ experiment, runExperiment: experiment, presetId, history, backend, panelId },
    ...{
      problems: [],
      refusals: [],
      datasetNote: null,
      pointNote: '',
      keptRun: null,
      cutRun: null,
    },
    ...{ status: 'training', failure: null, whenReady: null, runBackendChoice: backendChoice },
    ...{ epoch: frame.epoch, stepInEpoch: 0, stepsPerEpoch: frame.stepsPerEpoch },
    ...{ stepsPerSecond: NaN, dataProgress: null, runProgress: null, lookBackEpoch: null },
    ...{ liveChanges: changes, retiredArms: [], networkAnswers: null },
    ...{ test: null, isOpeningTest: false, testFailure: null },
  };
}
