/**
 * A run that was kept or imported, on screen: its figures are all there, its networks are not. The run of the worker
 * waits meanwhile, whole, and comes back when it is asked for.
 */
import { historyOf } from '../../client/recorded-history.ts';
import type { RunHistory } from '../../client/run-history.ts';
import { experimentProblems } from '../../experiment/experiment-problems.ts';
import type { Playground } from '../playground.ts';
import type { KeptRun } from './run-state.ts';

/** All that changes with the run on screen, its settings included. */
const OF_THE_RUN = [
  ...(['experiment', 'presetId', 'problems', 'refusals', 'datasetNote', 'panelId'] as const),
  ...(['status', 'failure', 'history', 'runExperiment', 'runBackendChoice', 'whenReady'] as const),
  ...(['epoch', 'stepInEpoch', 'stepsPerEpoch', 'stepsPerSecond', 'lookBackEpoch'] as const),
  ...(['dataProgress', 'runProgress', 'retiredArms', 'liveChanges', 'networkAnswers'] as const),
  ...(['test', 'isOpeningTest', 'testFailure', 'keptRun', 'pointNote'] as const),
] satisfies readonly (keyof Playground)[];

export type RunOnScreen = Pick<Playground, (typeof OF_THE_RUN)[number]>;

export function runOnScreen(state: Playground): RunOnScreen {
  return Object.fromEntries(OF_THE_RUN.map((key) => [key, state[key]])) as unknown as RunOnScreen;
}

/** What nobody has set, asked or looked back at since it came on screen. */
export const JUST_SHOWN = {
  ...{ problems: [], refusals: [], datasetNote: null, pointNote: '', keptRun: null },
  ...{ failure: null, whenReady: null, stepInEpoch: 0, stepsPerEpoch: 1, stepsPerSecond: NaN },
  ...{ dataProgress: null, runProgress: null, lookBackEpoch: null, retiredArms: [] },
  ...{ networkAnswers: null, test: null, isOpeningTest: false, testFailure: null },
} satisfies Partial<RunOnScreen>;

/** The kept run in its place: with its settings, and as far as it was trained. */
export function keptRunOnScreen(
  keptRun: KeptRun,
  { backendChoice, panelId }: Playground,
): RunOnScreen {
  const { experiment, changes } = keptRun.record;
  const history = historyOf(keptRun.record);
  const isWhole = isFinished(history, experiment.training.epochs);
  return {
    ...JUST_SHOWN,
    ...{ keptRun, experiment, runExperiment: experiment, history, liveChanges: changes, panelId },
    // Its own table may not be in this browser.
    problems: experimentProblems(experiment),
    // A preset that has these settings is found by them.
    presetId: '',
    status: isWhole ? 'finished' : 'stopped',
    epoch: Math.max(0, ...history.lanes.map(({ length }) => length - 1)),
    runBackendChoice: backendChoice,
  };
}

function isFinished({ lanes }: RunHistory, epochs: number): boolean {
  return lanes.every(({ end, length }) => end !== null || length > epochs);
}
