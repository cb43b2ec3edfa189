/**
 * The run on screen: where it stands, and the buttons that move it. Settings changed at epoch 0
 * prepare the run anew; later only live ones reach it, and the others wait for a reset.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { RunHistory } from '../client/run-history.ts';
import type { RunCommand } from '../client/trainer-client.ts';
import type { Experiment } from '../protocol/experiment.ts';
import type {
  BackendChoice,
  BackendReport,
  Failure,
  Pace,
  TrainingStatus,
} from '../protocol/messages.ts';
import { OPENING_PRESET } from '../presets/registry.ts';
import { readBackendWish } from './backend-choice.ts';
import type { Playground, Surroundings } from './playground-store.ts';
import { takeEvent } from './run-events.ts';
import { trainsAlike, withLiveChanges } from './settings-change.ts';

export interface RunSlice {
  readonly status: TrainingStatus;
  readonly failure: Failure | null;
  /** Figures of the run on screen, and the settings it has. Null until the first one is prepared. */
  readonly history: RunHistory | null;
  readonly runExperiment: Experiment | null;
  readonly runBackendChoice: BackendChoice;
  /** Epochs that all lanes finished, and steps into the one under way. */
  readonly epoch: number;
  readonly stepInEpoch: number;
  /** NaN before the first step. */
  readonly stepsPerSecond: number;
  readonly pace: Pace;
  readonly backendChoice: BackendChoice;
  readonly backend: BackendReport | null;
  readonly dataProgress: { readonly loadedBytes: number; readonly totalBytes: number } | null;
  /** Train was pressed before the run was prepared. */
  readonly trainsWhenReady: boolean;
  /** Sentences that stay until dismissed. */
  readonly notices: readonly string[];

  readonly train: () => void;
  readonly pause: () => void;
  readonly stepEpoch: () => void;
  readonly stepBatch: () => void;
  /** Back to epoch 0, with the settings as they are now. */
  readonly reset: () => void;
  readonly resetAndTrain: () => void;
  readonly cancel: () => void;
  readonly setPace: (pace: Pace) => void;
  readonly chooseBackend: (choice: BackendChoice) => void;
  readonly dismissNotice: (notice: string) => void;
  /** Called by the experiment slice after every edit. */
  readonly settingsChanged: () => void;
}

const EDIT_DELAY_MS = 250;
const MOST_RESTARTS = 3;

export const createRunSlice =
  (surroundings: Surroundings): StateCreator<Playground, [], [], RunSlice> =>
  (set, get) => {
    const wish = readBackendWish(surroundings.search);
    let orderedExperiment: Experiment = OPENING_PRESET.experiment;
    let restarts = 0;
    let editTimer: ReturnType<typeof setTimeout> | undefined;

    const trainer = surroundings.connectTrainer({
      eventArrived: (event) => {
        if (event.type === 'runPrepared') restarts = 0;
        const changes = takeEvent(get(), event, orderedExperiment);
        set(changes);
        if (event.type === 'runPrepared' && get().trainsWhenReady) begin('trainRun');
      },
      workerRestarted: (reason) => {
        restarts += 1;
        if (restarts > MOST_RESTARTS) set({ status: 'stopped', failure: workerFailure(reason) });
        else {
          set(({ notices }) => ({ notices: [...new Set([...notices, RESTART_NOTICE])] }));
          prepare(false);
        }
      },
    });

    const prepare = (trainsWhenReady: boolean) => {
      clearTimeout(editTimer);
      const { experiment, problems, backendChoice, pace } = get();
      if (problems.length > 0) return;
      orderedExperiment = experiment;
      set({ ...JUST_ORDERED, trainsWhenReady, runBackendChoice: backendChoice });
      // The curves of before stay until the new ones come, but not beside other data.
      if (get().runExperiment?.data.dataset !== experiment.data.dataset)
        set({ history: null, runExperiment: null });
      trainer.prepareRun({ experiment, backend: backendChoice, pace });
    };
    const prepareSoon = () => {
      clearTimeout(editTimer);
      editTimer = setTimeout(() => prepare(get().trainsWhenReady), EDIT_DELAY_MS);
    };
    const begin = (command: RunCommand) => {
      set({ trainsWhenReady: false });
      trainer.command(command);
    };
    /** Only names of arms differ from the run: it needs no new one. */
    const rename = (experiment: Experiment) => {
      clearTimeout(editTimer);
      orderedExperiment = experiment;
      if (get().status === 'ready') set({ runExperiment: experiment });
    };
    /** A step or the start of training, prepared first where that is needed. */
    const advance = (command: RunCommand) => {
      const state = get();
      if (isPreparing(state) || needsPreparing(state, orderedExperiment))
        prepareUnlessOrdered(command === 'trainRun');
      else begin(command);
    };
    const prepareUnlessOrdered = (trainsWhenReady: boolean) => {
      const state = get();
      const isOrdered = isPreparing(state) && trainsAlike(orderedExperiment, state.experiment);
      if (isOrdered) set({ trainsWhenReady });
      else prepare(trainsWhenReady);
    };

    return {
      ...JUST_ORDERED,
      history: null,
      runExperiment: null,
      runBackendChoice: wish.choice,
      pace: OPENING_PRESET.pace,
      backendChoice: wish.choice,
      backend: null,
      trainsWhenReady: false,
      notices: wish.notice === null ? [] : [wish.notice],

      train: () => advance('trainRun'),
      pause: () => (isPreparing(get()) ? set({ trainsWhenReady: false }) : begin('pauseRun')),
      stepEpoch: () => advance('stepEpoch'),
      stepBatch: () => advance('stepBatch'),
      reset: () => {
        restarts = 0;
        prepare(false);
      },
      resetAndTrain: () => prepare(true),
      cancel: () => trainer.command('cancelRun'),
      setPace: (pace) => {
        set({ pace });
        trainer.setPace(pace);
      },
      chooseBackend: (backendChoice) => {
        set({ backendChoice });
        if (isUntouched(get())) prepare(get().trainsWhenReady);
      },
      dismissNotice: (notice) =>
        set(({ notices }) => ({ notices: notices.filter((one) => one !== notice) })),
      settingsChanged: () => {
        const { experiment, runExperiment, status } = get();
        if (isUntouched(get())) {
          const isOrdered = trainsAlike(orderedExperiment, experiment) && !get().failure;
          if (isOrdered) rename(experiment);
          else prepareSoon();
          return;
        }
        if (!runExperiment) return;
        const live = withLiveChanges(runExperiment, experiment);
        const isRenamed = trainsAlike(runExperiment, live);
        const runs = status === 'training' || status === 'paused';
        if (runs && !isRenamed) trainer.changeSettings(live);
        if (runs || isRenamed) set({ runExperiment: live });
      },
    };
  };

const RESTART_NOTICE = 'The training worker stopped and was restarted; settings are kept.';

const JUST_ORDERED = {
  status: 'loading data',
  failure: null,
  epoch: 0,
  stepInEpoch: 0,
  stepsPerSecond: NaN,
  dataProgress: null,
} as const;

type Standing = Pick<Playground, 'status' | 'failure' | 'stepInEpoch'>;

function isPreparing({ status }: Standing): boolean {
  return status === 'loading data' || status === 'compiling';
}

/** Nothing was trained yet, or nothing can be trained on. */
function isUntouched(state: Standing): boolean {
  return state.failure !== null || state.status === 'ready' || isPreparing(state);
}

/** Whether Train has to prepare a run first: after an end, a failure, or an edit at epoch 0. */
function needsPreparing(state: Playground, ordered: Experiment): boolean {
  if (state.failure || state.status === 'finished' || state.status === 'stopped') return true;
  return state.status === 'ready' && !trainsAlike(ordered, state.experiment);
}

function workerFailure(reason: string): Failure {
  const message = `The training worker stopped ${MOST_RESTARTS + 1} times in a row. ${reason}`;
  return { kind: 'internal', message };
}
