/** The run on screen: its status, and the buttons that start and stop it (run-director.ts). */
import type { StateCreator } from 'zustand/vanilla';
import type { RunCommand } from '../../client/trainer-client.ts';
import { OPENING_PRESET } from '../../presets/registry.ts';
import { readBackendWish } from './backend-choice.ts';
import type { Playground, Surroundings } from '../playground.ts';
import { isUntouched, JUST_ORDERED, RunDirector } from './run-director.ts';
import type { RunSlice } from './run-state.ts';

export const createRunSlice =
  (surroundings: Surroundings): StateCreator<Playground, [], [], RunSlice> =>
  (set, get) => {
    const wish = readBackendWish(surroundings.search);
    const director = new RunDirector(get, set, surroundings.connectTrainer);
    const advance = (command: RunCommand) => {
      // Whoever starts the run wants to see it move.
      get().lookBack(null);
      director.advance(command);
    };
    return {
      ...JUST_ORDERED,
      history: null,
      runExperiment: null,
      keptRun: null,
      cutRun: null,
      runBackendChoice: wish.choice,
      pace: OPENING_PRESET.pace,
      backendChoice: wish.choice,
      backend: null,
      whenReady: null,
      retiredArms: [],
      liveChanges: [],
      resumptions: 0,
      isWorkerSilent: false,
      networkAnswers: null,
      notices: wish.notice === null ? [] : [wish.notice],

      train: () => advance('trainRun'),
      goOn: () => {
        get().lookBack(null);
        director.goOn();
      },
      pause: () => director.pause(),
      stepEpoch: () => advance('stepEpoch'),
      stepBatch: () => advance('stepBatch'),
      reset: () => director.prepareAfresh(),
      resetAndTrain: () => director.prepare('trainRun'),
      cancel: () => director.trainer.command('cancelRun'),
      restartWorker: () => director.restartWorker(),
      showRecord: (record, name = null) => director.showKept({ record, name }),
      leaveRecord: () => director.leaveKept(),
      lastSave: () => director.lastSave(),
      goOnWithCutRun: () => {
        const { cutRun } = get();
        if (cutRun) director.goOnWith(cutRun);
      },
      discardCutRun: () => set({ cutRun: null }),
      setPace: (pace) => {
        set({ pace });
        director.trainer.setPace(pace);
      },
      chooseBackend: (backendChoice) => {
        set({ backendChoice });
        if (isUntouched(get())) director.prepare(get().whenReady);
      },
      watchViews: (views) => director.trainer.watchViews(views),
      askNetworks: (features) => {
        // Those of the run that waits are not on screen.
        if (!get().keptRun) director.trainer.askNetworks(features);
      },
      sendCommand: (command) => director.trainer.command(command),
      readWeights: () => director.readWeights(),
      dismissNotice: (notice) =>
        set(({ notices }) => ({ notices: notices.filter((one) => one !== notice) })),
      takeEdit: () => director.takeEdit(),
    };
  };
