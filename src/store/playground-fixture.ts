/** A playground whose trainer only takes notes, and what it tells the page. */
import { vi } from 'vitest';
import type { TrainerListener } from '../client/trainer-client.ts';
import type { Frame, LaneFrame, TrainingStatus } from '../protocol/messages.ts';
import { createPlaygroundStore } from './playground-store.ts';
import { preparedRun } from './compare/prepared-run-fixture.ts';
import type { EventOfRun } from './compare/prepared-run-fixture.ts';

/** A store whose trainer only takes notes. */
export function open(search = '') {
  const trainer = {
    prepareRun: vi.fn<(order: unknown) => number>(() => 1),
    command: vi.fn(),
    changeSettings: vi.fn(),
    setPace: vi.fn(),
    watchViews: vi.fn(),
    askNetworks: vi.fn(),
    dispose: vi.fn(),
  };
  const listeners: TrainerListener[] = [];
  const store = createPlaygroundStore({
    connectTrainer: (listener) => {
      listeners.push(listener);
      return trainer;
    },
    search,
  });
  const emit = (event: EventOfRun) => listeners[0]?.eventArrived({ ...event, runId: 1 });
  const status = (status: TrainingStatus) => emit({ type: 'statusChanged', status });
  const comePrepared = () =>
    emit({ type: 'runPrepared', run: preparedRun(store.getState().experiment) });
  const arrive = () => {
    comePrepared();
    status('ready');
  };
  const die = () => listeners[0]?.workerDied('gone');
  const frame = (content: Partial<Frame>) =>
    emit({
      type: 'frameCompleted',
      frame: {
        lanes: [],
        epoch: 0,
        stepInEpoch: 0,
        stepsPerEpoch: 13,
        stepsPerSecond: 1,
        ...content,
      },
    });
  const state = () => store.getState();
  return { store, state, trainer, emit, status, frame, comePrepared, arrive, die };
}

/** A store with a run that is ready. */
export function openReady(search = '') {
  const opened = open(search);
  opened.state().reset();
  opened.arrive();
  opened.trainer.prepareRun.mockClear();
  return opened;
}

export function laneFrame(lane: number, content: Partial<LaneFrame>): LaneFrame {
  return {
    lane,
    rows: new Float64Array(0),
    current: null,
    mislabelledAnswers: new Int32Array(0),
    allTrainingRows: null,
    end: null,
    restoredEpoch: null,
    pictures: [],
    ...content,
  };
}

export function fail(): never {
  throw new Error('There is no run.');
}
