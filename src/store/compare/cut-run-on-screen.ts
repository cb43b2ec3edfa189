/** A run that was cut off, on screen again as it was shown, about to train on. */
import type { CutRun } from '../../client/cut-run.ts';
import { RunHistory } from '../../client/run-history.ts';
import type { Playground } from '../playground.ts';
import { JUST_SHOWN } from './kept-run.ts';
import type { RunOnScreen } from './kept-run.ts';

export function cutRunOnScreen(
  { experiment, presetId, changes, backend, run, frame }: CutRun,
  { backendChoice, panelId }: Playground,
): RunOnScreen & Pick<Playground, 'backend' | 'cutRun'> {
  const history = new RunHistory(run, frame.epoch);
  history.append(frame);
  return {
    ...JUST_SHOWN,
    ...{ experiment, runExperiment: experiment, presetId, history, liveChanges: changes },
    ...{ backend, panelId, cutRun: null, status: 'training', runBackendChoice: backendChoice },
    ...{ epoch: frame.epoch, stepsPerEpoch: frame.stepsPerEpoch },
  };
}
