import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainerListener } from '../client/trainer-client.ts';
import { mnistNotebook } from '../presets/mnist-notebook.ts';
import { trueLabels } from '../presets/true-labels.ts';
import { FIGURE_COUNT } from '../figures/figures.ts';
import type { Frame, LaneFrame, TrainingStatus } from '../protocol/messages.ts';
import { changeText } from '../experiment/live-changes.ts';
import { mainMove } from './compare/next-move.ts';
import { createPlaygroundStore } from './playground-store.ts';
import { preparedRun } from './compare/prepared-run-fixture.ts';
import type { EventOfRun } from './compare/prepared-run-fixture.ts';
import { listChanges } from '../experiment/settings-change.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store whose trainer only takes notes. */
function open(search = '') {
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
    expect(state().whenReady).toBe('trainRun');
    state().pause();
    arrive();
    expect(trainer.command).not.toHaveBeenCalled();
  });

  it('hears Train and Pause while epoch 0 is being measured, and acts when it is ready', () => {
    const { state, trainer, status, comePrepared } = open();
    state().reset();
    status('compiling');
    state().train();
    comePrepared();
    expect(state().whenReady).toBe('trainRun');
    expect(trainer.command).not.toHaveBeenCalled();
    state().pause();
    state().train();
    status('ready');
    expect(trainer.command.mock.calls).toEqual([['trainRun']]);
    expect(state().whenReady).toBeNull();
  });

  it('does not train after a Pause in that window', () => {
    const { state, trainer, status, comePrepared } = open();
    state().reset();
    state().train();
    status('compiling');
    comePrepared();
    state().pause();
    status('ready');
    expect(trainer.command).not.toHaveBeenCalled();
    expect(state().whenReady).toBeNull();
  });

  it('takes a step right after an edit', () => {
    const { state, trainer, arrive } = openReady();
    state().changeSetting('training', 'seed', 7);
    state().stepEpoch();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    arrive();
    expect(trainer.command.mock.calls).toEqual([['stepEpoch']]);
  });

  it('waits with Train for the run of an edit that came just before "ready"', () => {
    const { state, trainer, status, comePrepared, arrive } = open();
    state().reset();
    state().train();
    comePrepared();
    state().changeSetting('training', 'seed', 7);
    status('ready');
    expect(trainer.command).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(2);
    arrive();
    expect(trainer.command.mock.calls).toEqual([['trainRun']]);
  });

  it.each([
    ['taken back', 400, [['trainRun']]],
    ['invalid', 1500, []],
  ])('trains or gives up when that edit is %s', (_, rows, commands) => {
    const { state, trainer, status, comePrepared } = open();
    state().reset();
    state().train();
    comePrepared();
    state().changeSetting('data', 'trainingExamples', 300);
    status('ready');
    state().changeSetting('data', 'trainingExamples', rows);
    vi.advanceTimersByTime(1000);
    expect(trainer.command.mock.calls).toEqual(commands);
    expect(state().whenReady).toBeNull();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
  });

  it('is not given up for an edit made between Train and the first step', () => {
    const { state, trainer, status } = openReady();
    state().train();
    state().changeSetting('training', 'learningRate', 0.001);
    status('training');
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(trainer.changeSettings).toHaveBeenCalledTimes(1);
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

  it('leaves alone an arm that has ended, and says that its change waits', () => {
    const { state, trainer, frame } = training();
    const end = { kind: 'diverged', epoch: 3, message: '' } as const;
    frame({ epoch: 3, lanes: [laneFrame(1, { end })] });
    state().changeRegularizer('B', 'dropout', { rate: 0.3, inputRate: 0.2 });
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    state().changeSetting('training', 'learningRate', 0.001);
    expect(trainer.changeSettings.mock.calls[0]?.[0]).toMatchObject({
      training: { learningRate: 0.001 },
      arms: [{}, { regularizers: { dropout: { rate: 0.5 } } }],
    });
    expect(listChanges(state().runExperiment ?? fail(), state().experiment)).toEqual([
      'dropout of arm B',
    ]);
  });

  it('takes nothing after its last epoch, while it is being measured at length', () => {
    const { state, trainer, frame } = training();
    const all = { rows: new Float64Array(51 * FIGURE_COUNT) };
    frame({ epoch: 50, lanes: [laneFrame(0, all), laneFrame(1, all)] });
    state().changeSetting('training', 'learningRate', 0.001);
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    expect(state().runExperiment?.training.learningRate).toBe(0.005);
  });

  it('gives a new arm a letter that no curve goes by', () => {
    const { state } = training();
    state().removeArm('B');
    state().addArm();
    expect(state().experiment.arms.map(({ id }) => id)).toEqual(['A', 'C']);
  });

  it('keeps apart what has the letter of a removed arm, where no other is left', () => {
    const { state, trainer, arrive } = training();
    state().removeArm('B');
    for (let i = 0; i < 5; i++) state().addArm();
    state().changeRegularizer('B', 'dropout', { rate: 0.1, inputRate: 0.2 });
    state().renameArm('B', 'New');
    expect(state().retiredArms).toEqual(['B']);
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    expect(state().runExperiment?.arms[1]).toMatchObject({
      name: null,
      regularizers: { dropout: { rate: 0.5 } },
    });
    const { runExperiment, experiment, retiredArms } = state();
    expect(listChanges(runExperiment ?? fail(), experiment, retiredArms)).toContain(
      'arm B replaced',
    );
    state().reset();
    arrive();
    expect(state().retiredArms).toEqual([]);
  });

  it('remembers what was changed when, a move of a slider as one, until the next run', () => {
    const { state, frame, arrive } = training();
    frame({ epoch: 12, stepInEpoch: 5 });
    const setRate = (rate: number) =>
      state().changeRegularizer('B', 'dropout', { rate, inputRate: 0.2 });
    setRate(0.45);
    frame({ epoch: 13, stepInEpoch: 0 });
    vi.advanceTimersByTime(300);
    setRate(0.2);
    vi.advanceTimersByTime(5000);
    frame({ epoch: 30, stepInEpoch: 0 });
    state().changeSetting('training', 'learningRate', 0.001);
    state().changeRegularizer('B', 'dropout', { rate: 0.2, inputRate: 0 });
    state().changeRegularizer('B', 'dropout', { rate: 0.2, inputRate: 0.2 });
    const changes = state().liveChanges;
    expect(changes.map((change) => [change.armId, changeText(change)])).toEqual([
      ['B', 'dropout 0.5 → 0.2'],
      [null, 'learning rate 0.005 → 0.001'],
    ]);
    expect(changes[0]?.epoch).toBeCloseTo(12 + 5 / 13);
    expect(changes[1]?.epoch).toBe(30);
    state().reset();
    arrive();
    expect(state().liveChanges).toEqual([]);
  });

  it('takes a name after its end although a live setting differs too', () => {
    const { state, status } = training();
    status('finished');
    state().changeSetting('training', 'learningRate', 0.001);
    state().renameArm('A', 'Bare');
    expect(state().runExperiment?.arms[0]?.name).toBe('Bare');
    expect(state().runExperiment?.training.learningRate).toBe(0.005);
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

describe('a run that has finished', () => {
  function openFinished() {
    const opened = openReady();
    const { state, status, frame } = opened;
    state().train();
    status('training');
    const rows = new Float64Array(51 * FIGURE_COUNT);
    const lane = {
      rows,
      current: null,
      mislabelledAnswers: new Int32Array(0),
      end: null,
      pictures: [],
    };
    const lanes = [0, 1].map((index) => ({
      ...{ ...lane, lane: index, restoredEpoch: 40 },
      allTrainingRows: { loss: 1, accuracy: 0.5 },
    }));
    frame({ lanes, epoch: 50 });
    status('finished');
    return opened;
  }

  it('goes on to more epochs, and what was restored at its end is so no more', () => {
    const { state, trainer } = openFinished();
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'epochs', 200);
    expect(mainMove(state())).toBe('goOn');
    expect(trainer.changeSettings).not.toHaveBeenCalled();
    trainer.command.mockClear();
    state().goOn();
    expect(trainer.changeSettings).toHaveBeenCalledWith(state().experiment);
    expect(trainer.command.mock.calls).toEqual([['trainRun']]);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(state().runExperiment?.training.epochs).toBe(200);
    // No curve bends there.
    expect(state().liveChanges).toEqual([]);
    expect(state().history?.lanes[0]).toMatchObject({ restoredEpoch: null, allTrainingRows: null });
  });

  it('takes along what else can change while it trains', () => {
    const { state } = openFinished();
    state().changeSetting('training', 'learningRate', 0.001);
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'epochs', 60);
    expect(mainMove(state())).toBe('goOn');
    state().goOn();
    expect(state().runExperiment?.training).toMatchObject({ epochs: 60, learningRate: 0.001 });
    expect(state().liveChanges.map(changeText)).toEqual(['learning rate 0.005 → 0.001']);
    expect(state().liveChanges[0]?.epoch).toBe(50);
  });

  it('begins again where what is set asks for another run', () => {
    const { state, trainer } = openFinished();
    state().changeSetting('training', 'epochs', 200);
    state().changeSetting('training', 'batchSize', 64);
    expect(mainMove(state())).toBe('train');
    state().changeSetting('training', 'batchSize', 32);
    state().changeSetting('training', 'epochs', 20);
    expect(mainMove(state())).toBe('train');
    state().train();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
  });
});

describe('a run under way', () => {
  it('is made longer, or shorter, but does not end before where it is', () => {
    const { state, trainer, status, frame } = openReady();
    status('training');
    frame({ epoch: 30 });
    state().changeSetting('training', 'epochs', 200);
    expect(state().runExperiment?.training.epochs).toBe(200);
    expect(trainer.changeSettings).toHaveBeenCalledTimes(1);
    state().changeSetting('training', 'epochs', 30);
    expect(state().runExperiment?.training.epochs).toBe(200);
    state().changeSetting('training', 'epochs', 31);
    expect(state().runExperiment?.training.epochs).toBe(31);
    expect(state().liveChanges).toEqual([]);
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

  it('are not tried again for a name', () => {
    const { state, trainer, emit } = openReady();
    emit({ type: 'runFailed', failure: { kind: 'data', message: 'The file is damaged.' } });
    state().renameArm('A', 'Bare');
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    state().changeSetting('training', 'seed', 7);
    vi.advanceTimersByTime(1000);
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

  it.each(['training', 'paused'] as const)(
    'a worker that dies while %s is replaced, and the run goes on from its last save',
    (standing) => {
      const { state, trainer, emit, status, frame, die } = openReady();
      const { experiment } = state();
      const checkpoint = {
        ...{ epoch: 3, runStep: 39, lanes: new Map(), stopped: new Map() },
        ...{ patience: [null, null], best: new Map() },
      };
      const save = {
        experiment,
        checkpoint,
        bestFigures: new Map(),
        bestAnswers: new Map(),
        changes: [],
      };
      const cpu = { name: 'cpu', reason: '', renderer: null, hardware: false } as const;
      emit({ type: 'backendChosen', backend: { ...cpu, name: 'wasm' } });
      state().train();
      status('training');
      const end = { kind: 'stoppedEarly', epoch: 4, message: 'Stopped.' } as const;
      const stopped = laneFrame(1, { end, restoredEpoch: 2 });
      frame({ epoch: 5, stepInEpoch: 7, lanes: [stopped] });
      emit({ type: 'runSaved', save });
      emit({ type: 'settingsChanged', change: { runStep: 60, experiment } });
      status(standing);
      const orders = trainer.prepareRun.mock.calls.length;
      trainer.command.mockClear();
      state().changeSetting('data', 'wrongLabelShare', 0);
      die();
      expect(trainer.prepareRun).toHaveBeenCalledTimes(orders + 1);
      expect(trainer.prepareRun).toHaveBeenLastCalledWith({
        ...{ experiment, backend: 'auto', pace: 5 },
        resumption: {
          save: { ...save, changes: [{ runStep: 60, experiment }] },
          shown: {
            ...{ epoch: 5, stepInEpoch: 7 },
            endings: new Map([[1, { kind: 'stoppedEarly', epoch: 4, restoredEpoch: 2 }]]),
          },
        },
      });
      expect(trainer.command.mock.calls).toEqual(standing === 'training' ? [['trainRun']] : []);
      expect(state()).toMatchObject({ status: standing, epoch: 5 });
      expect(state().experiment.data.wrongLabelShare).toBe(0);
      expect(state().notices.join()).toContain('goes on from its last checkpoint');
      emit({ type: 'runResumed', epoch: 3, backend: cpu });
      expect(state().liveChanges.map(changeText)).toEqual(['backend WASM → CPU']);
    },
  );

  it('a step that a worker died in is taken again, and no more than that', () => {
    const { state, trainer, emit, status, die } = openReady();
    const { experiment } = state();
    emit({
      type: 'runSaved',
      save: {
        experiment,
        checkpoint: null,
        bestFigures: new Map(),
        bestAnswers: new Map(),
        changes: [],
      },
    });
    state().stepEpoch();
    status('training');
    trainer.command.mockClear();
    die();
    expect(trainer.command.mock.calls).toEqual([['stepEpoch']]);
  });

  it('a run that never comes further than its save is not brought back for ever', () => {
    const { state, trainer, emit, status, die } = openReady();
    const { experiment } = state();
    emit({
      type: 'runSaved',
      save: {
        experiment,
        checkpoint: null,
        bestFigures: new Map(),
        bestAnswers: new Map(),
        changes: [],
      },
    });
    state().train();
    status('training');
    for (let i = 0; i < 2; i++) die();
    expect(state().notices).toHaveLength(1);
    die();
    // It was not restarted, and what can be done is said.
    expect(state().notices).toEqual([]);
    expect(state().failure?.message).toMatch(
      /^The training worker stopped 3 times in a row\. .* Try again; .* reload the page\.$/,
    );
    expect(trainer.prepareRun).toHaveBeenCalledTimes(2);
    expect(state()).toMatchObject({ status: 'stopped', failure: { kind: 'internal' } });
    expect(state().history).not.toBeNull();
  });

  it('with invalid fields, the run of before is prepared anew', () => {
    const { state, trainer, status, die } = openReady();
    const before = state().experiment;
    state().train();
    status('training');
    state().changeSetting('data', 'trainingExamples', 1500);
    die();
    expect(trainer.prepareRun).toHaveBeenCalledWith(
      expect.objectContaining({ experiment: before }),
    );
    expect(state().status).toBe('loading data');
    expect(state().experiment.data.trainingExamples).toBe(1500);
  });

  it('a worker that never gets as far as epoch 0 is not restarted for ever', () => {
    const { state, trainer, die, comePrepared, arrive } = openReady();
    for (let i = 0; i < 3; i++) {
      expect(state().failure).toBeNull();
      comePrepared();
      die();
    }
    expect(trainer.prepareRun).toHaveBeenCalledTimes(2);
    expect(state()).toMatchObject({ status: 'stopped', failure: { kind: 'internal' } });
    state().reset();
    expect(trainer.prepareRun).toHaveBeenCalledTimes(3);
    expect(state().failure).toBeNull();
    die();
    die();
    arrive();
    die();
    expect(state().failure).toBeNull();
  });

  it('a worker without a word is reported, and restarted only by the user', () => {
    const { state, trainer, status, frame } = openReady();
    vi.advanceTimersByTime(60_000);
    expect(state().isWorkerSilent).toBe(false);
    state().train();
    vi.advanceTimersByTime(15_000);
    status('training');
    vi.advanceTimersByTime(15_000);
    frame({ epoch: 1 });
    vi.advanceTimersByTime(15_000);
    expect(state().isWorkerSilent).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(state().isWorkerSilent).toBe(true);
    frame({ epoch: 2 });
    expect(state().isWorkerSilent).toBe(false);
    vi.advanceTimersByTime(30_000);
    expect(trainer.dispose).not.toHaveBeenCalled();
    state().restartWorker();
    expect(trainer.dispose).toHaveBeenCalledTimes(1);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    expect(state().isWorkerSilent).toBe(false);
    status('ready');
    vi.advanceTimersByTime(30_000);
    expect(state().isWorkerSilent).toBe(false);
  });
});

describe('another data set', () => {
  it('comes with the start that suits it: not dropout from digits on points in a plane', () => {
    const { state } = openReady();
    state().changeSetting('training', 'seed', 7);
    state().changeDataset('circles');
    const { data, network, training, arms } = state().experiment;
    expect(data).toMatchObject({ trainingExamples: 120, wrongLabelShare: 0.2, noise: 0.1 });
    expect(network.hiddenLayers).toEqual([64, 64]);
    expect(training).toMatchObject({ learningRate: 0.01, epochs: 200, seed: 1 });
    expect(arms.map(({ regularizers }) => regularizers)).toEqual([{}, { l2: { lambda: 0.005 } }]);
    expect(state().pace).toBe(15);
    expect(state().datasetNote).toMatchObject({ keepsSettings: false, kept: [] });
    expect(state().datasetNote?.set).toContain('2 hidden layers of 64 units');
  });

  it('can come alone, with the settings of before, and either is taken back in one step', () => {
    const { state, trainer } = openReady();
    const atFirst = state().experiment;
    state().changeDataset('circles');
    const suited = state().experiment;
    state().keepSettings();
    const { network, training, arms } = atFirst;
    expect(state().experiment).toMatchObject({ network, training, arms });
    expect(state().experiment.data).toMatchObject({
      ...{ dataset: 'circles', trainingExamples: 400, wrongLabelShare: 0.3, noise: 0.1 },
    });
    expect(state().pace).toBe(5);
    expect(state().datasetNote?.set).toEqual(['noise 0.1']);
    expect(state().datasetNote?.kept).toContain('256 hidden units');
    expect(state().datasetNote?.keptFrom).toBe('Digits');
    state().takeSuitedSettings();
    expect(state().experiment).toEqual(suited);
    state().undoDatasetChange();
    expect(state().experiment).toBe(atFirst);
    expect(state().pace).toBe(5);
    expect(state().datasetNote).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
  });

  it('is no longer taken back once anything else was changed', () => {
    const { state } = openReady();
    state().changeDataset('circles');
    state().changeSetting('training', 'epochs', 10);
    expect(state().datasetNote).toBeNull();
    const { experiment } = state();
    state().undoDatasetChange();
    expect(state().experiment).toBe(experiment);
  });

  it('is told of in problems too: an experiment that could not run can again', () => {
    const { state } = openReady();
    state().changeSetting('data', 'trainingExamples', 1500);
    expect(state().problems).toHaveLength(1);
    state().changeDataset('mnist');
    expect(state().problems).toEqual([]);
    state().undoDatasetChange();
    expect(state().problems).toHaveLength(1);
  });
});

describe('own points', () => {
  const points = [
    [0.5, 0.25, 1],
    [-1, 0, 0],
  ] as const;

  /** Ready to train on circles. */
  function onCircles() {
    const opened = openReady();
    opened.state().changeDataset('circles');
    vi.advanceTimersByTime(300);
    opened.arrive();
    opened.trainer.prepareRun.mockClear();
    return opened;
  }

  it('need a new run, which comes by itself before training', () => {
    const { state, trainer } = onCircles();
    state().changeOwnPoints(points);
    vi.advanceTimersByTime(300);
    const { data } = state().experiment;
    expect(data.ownPoints).toEqual(points);
    expect(state().problems).toEqual([]);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    expect(trainer.prepareRun).toHaveBeenCalledWith(
      expect.objectContaining({ experiment: state().experiment }),
    );
  });

  it('wait for a reset once it trains, and are named', () => {
    const { state, status, trainer } = onCircles();
    status('training');
    state().changeOwnPoints(points);
    vi.advanceTimersByTime(300);
    expect(trainer.prepareRun).not.toHaveBeenCalled();
    expect(listChanges(state().runExperiment ?? fail(), state().experiment)).toEqual([
      'own points',
    ]);
  });

  it('leave nothing behind when the last one goes', () => {
    const { state } = onCircles();
    const before = state().experiment;
    state().changeOwnPoints(points);
    state().changeOwnPoints([]);
    expect(state().experiment).toEqual(before);
    expect('ownPoints' in state().experiment.data).toBe(false);
  });

  it('are never more than can be trained on', () => {
    const { state } = onCircles();
    state().changeOwnPoints(Array.from({ length: 600 }, () => points[0]));
    expect(state().experiment.data.ownPoints).toHaveLength(500);
    expect(state().problems).toEqual([]);
  });

  it('go with their data set, and that is told', () => {
    const { state } = onCircles();
    state().changeOwnPoints(points);
    state().changeDataset('moons');
    expect(state().experiment.data.ownPoints).toBeUndefined();
    expect(state().datasetNote?.set).toContain('no own points');
    state().changeDataset('digits');
    expect(state().datasetNote?.set).not.toContain('no own points');
  });
});

describe('removed points', () => {
  it('need a new run, are named as a change, and go with their data set, which is told', () => {
    const { state, status, trainer, arrive } = openReady();
    state().changeDataset('circles');
    vi.advanceTimersByTime(300);
    arrive();
    trainer.prepareRun.mockClear();
    state().changeRemovedPoints([7, 2]);
    vi.advanceTimersByTime(300);
    expect(state().experiment.data.removedPoints).toEqual([2, 7]);
    expect(trainer.prepareRun).toHaveBeenCalledTimes(1);
    arrive();
    status('training');
    state().changeRemovedPoints([]);
    expect(state().experiment.data).not.toHaveProperty('removedPoints');
    const run = state().runExperiment ?? fail();
    expect(listChanges(run, state().experiment)).toEqual(['removed points']);
    state().changeRemovedPoints([1]);
    state().changeDataset('moons');
    expect(state().experiment.data).not.toHaveProperty('removedPoints');
    expect(state().datasetNote?.set).toContain('no removed points');
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

function laneFrame(lane: number, content: Partial<LaneFrame>): LaneFrame {
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

function fail(): never {
  throw new Error('There is no run.');
}
