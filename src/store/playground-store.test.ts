import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainerListener } from '../client/trainer-client.ts';
import { mnistNotebook } from '../presets/mnist-notebook.ts';
import { trueLabels } from '../presets/true-labels.ts';
import type { TrainerEvent, TrainingStatus } from '../protocol/messages.ts';
import { createPlaygroundStore } from './playground-store.ts';
import { preparedRun } from './prepared-run-fixture.ts';
import { listChanges } from './settings-change.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type LooseEvent = TrainerEvent extends infer Event
  ? Event extends TrainerEvent
    ? Omit<Event, 'runId'>
    : never
  : never;

/** A store whose trainer only takes notes. */
function open(search = '') {
  const trainer = {
    prepareRun: vi.fn<(order: unknown) => number>(() => 1),
    command: vi.fn(),
    changeSettings: vi.fn(),
    setPace: vi.fn(),
  };
  const listeners: TrainerListener[] = [];
  const store = createPlaygroundStore({
    connectTrainer: (listener) => {
      listeners.push(listener);
      return trainer;
    },
    search,
  });
  const emit = (event: LooseEvent) => listeners[0]?.eventArrived({ ...event, runId: 1 });
  const status = (status: TrainingStatus) => emit({ type: 'statusChanged', status });
  const arrive = () => {
    emit({ type: 'runPrepared', run: preparedRun(store.getState().experiment) });
    status('ready');
  };
  const die = () => listeners[0]?.workerRestarted('gone');
  return { store, state: () => store.getState(), trainer, emit, status, arrive, die };
}

/** A store with a run that is ready. */
function openReady(search = '') {
  const opened = open(search);
  opened.state().reset();
  opened.arrive();
  opened.trainer.prepareRun.mockClear();
  return opened;
}

describe('opening', () => {
  it('prepares the opening preset at its pace', () => {
    const { state, trainer } = open();
    state().reset();
    expect(trainer.prepareRun).toHaveBeenCalledWith({
      experiment: state().experiment,
      backend: 'auto',
      pace: 5,
    });
    expect(state().experiment.data.wrongLabelShare).toBe(0.3);
  });

  it('takes the backend from the address, and says so if there is none of that name', () => {
    expect(open('?backend=wasm').state().backendChoice).toBe('wasm');
    const { state } = open('?backend=gpu');
    expect(state().backendChoice).toBe('auto');
    expect(state().notices[0]).toContain('"gpu"');
  });
});

describe('a run at epoch 0', () => {
  it('is prepared anew, once, after the last of several edits', () => {
    const { state, trainer } = openReady();
    state().changeSetting('data', 'trainingExamples', 300);
    vi.advanceTimersByTime(100);
    state().changeSetting('data', 'trainingExamples', 200);
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    expect(trainer.prepareRun.mock.calls[0]?.[0]).toMatchObject({
      experiment: { data: { trainingExamples: 200 } },
    });
  });

  it('stays when an edit is taken back, or only a name changes', () => {
    const { state, trainer } = openReady();
    state().changeSetting('training', 'seed', 7);
    state().changeSetting('training', 'seed', 42);
    state().renameArm('A', 'Bare');
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(state().runExperiment?.arms[0]?.name).toBe('Bare');
  });

  it('trains with what is in the fields, even within the delay', () => {
    const { state, trainer, arrive } = openReady();
    state().changeSetting('training', 'seed', 7);
    state().train();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    expect(trainer.command).not.toHaveBeenCalled();
    arrive();
    expect(trainer.command).toHaveBeenCalledWith('trainRun');
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
  });

  it('remembers Train while loading, and forgets it on Pause', () => {
    const { state, trainer, arrive } = open();
    state().reset();
    state().train();
    expect(state().trainsWhenReady).toBe(true);
    state().pause();
    arrive();
    expect(trainer.command).not.toHaveBeenCalled();
  });

  it('is not prepared with settings that cannot run', () => {
    const { state, trainer } = openReady();
    state().changeSetting('data', 'trainingExamples', 1500);
    vi.advanceTimersByTime(1000);
    expect(state().problems[0]?.message).toContain('more than that');
    state().train();
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    state().changeSetting('data', 'trainingExamples', 400);
    expect(state().problems).toEqual([]);
  });
});

describe('a run under way', () => {
  function training() {
    const opened = openReady();
    opened.state().train();
    opened.status('training');
    return opened;
  }

  it('takes live settings at once', () => {
    const { state, trainer } = training();
    state().changeSetting('training', 'learningRate', 0.001);
    state().changeRegularizer('B', 'dropout', { rate: 0.3, inputRate: 0.2 });
    expect(trainer.changeSettings).toHaveBeenCalledTimes(2);
    expect(trainer.changeSettings.mock.calls[1]?.[0]).toEqual(state().experiment);
    expect(listChanges(state().runExperiment ?? fail(), state().experiment)).toEqual([]);
  });

  it('leaves the others waiting, and sends none of them', () => {
    const { state, trainer } = training();
    state().changeSetting('data', 'wrongLabelShare', 0.1);
    state().changeRegularizer('A', 'l2', { lambda: 0.01 });
    state().addArm();
    state().changeSetting('training', 'learningRate', 0.001);
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(trainer.changeSettings).toHaveBeenCalledTimes(1);
    expect(trainer.changeSettings.mock.calls[0]?.[0]).toMatchObject({
      data: { wrongLabelShare: 0.3 },
      arms: [{ regularizers: {} }, {}],
    });
    expect(listChanges(state().runExperiment ?? fail(), state().experiment)).toEqual([
      'wrong labels in training',
      'L2 of arm A',
      'arm C added',
    ]);
  });

  it('keeps its learning rate once it is finished', () => {
    const { state, trainer, status, arrive } = training();
    status('finished');
    state().changeSetting('training', 'learningRate', 0.001);
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    expect(listChanges(state().runExperiment ?? fail(), state().experiment)).toEqual([
      'learning rate',
    ]);
    state().train();
    arrive();
    expect(state().runExperiment?.training.learningRate).toBe(0.001);
    expect(trainer.command).toHaveBeenLastCalledWith('trainRun');
  });

  it('goes on from a pause without asking for a new run', () => {
    const { state, trainer, status } = training();
    status('paused');
    state().changeSetting('data', 'trainingExamples', 1500);
    state().train();
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(trainer.command).toHaveBeenLastCalledWith('trainRun');
  });

  it('is given up for a preset', () => {
    const { state, trainer } = training();
    state().applyPreset(mnistNotebook);
    expect(trainer.prepareRun).toHaveBeenCalledWith(
      expect.objectContaining({ experiment: mnistNotebook.experiment, pace: null }),
    );
  });
});

describe('failures', () => {
  it('keep the settings and offer another try', () => {
    const { state, trainer, emit } = openReady();
    emit({ type: 'runFailed', failure: { kind: 'data', message: 'The file is damaged.' } });
    expect(state().status).toBe('stopped');
    state().reset();
    expect(state().failure).toBeNull();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
  });

  it('a dead worker is replaced, the settings kept, the run prepared anew', () => {
    const { state, trainer, status, die } = openReady();
    state().applyPreset(trueLabels);
    status('training');
    trainer.prepareRun.mockClear();
    die();
    expect(state().notices).toEqual([
      'The training worker stopped and was restarted; settings are kept.',
    ]);
    expect(trainer.prepareRun).toHaveBeenCalledWith(
      expect.objectContaining({ experiment: trueLabels.experiment }),
    );
  });

  it('a worker that never gets anywhere is not restarted for ever', () => {
    const { state, trainer, die } = openReady();
    for (let i = 0; i < 10; i++) die();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(3);
    expect(state().failure?.kind).toBe('internal');
  });
});

describe('arms', () => {
  it('take the first free letter, up to six, and keep it', () => {
    const { state } = openReady();
    for (let i = 0; i < 6; i++) state().addArm();
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    state().removeArm('B');
    state().duplicateArm('C');
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['A', 'C', 'D', 'E', 'F', 'B']);
  });

  it('are never all removed', () => {
    const { state } = openReady();
    state().removeArm('A');
    state().removeArm('B');
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['B']);
  });

  it('duplicate their regularizers but not their name, which an empty one gives back', () => {
    const { state } = openReady();
    state().renameArm('B', '  Sleepy ');
    state().duplicateArm('B');
    expect(state().experiment.arms.map(({ name }) => name)).toEqual([null, 'Sleepy', null]);
    expect(state().experiment.arms[2]?.regularizers).toEqual({
      dropout: { rate: 0.5, inputRate: 0.2 },
    });
    state().renameArm('B', ' ');
    expect(state().experiment.arms[1]?.name).toBeNull();
  });
});

function fail(): never {
  throw new Error('There is no run.');
}
