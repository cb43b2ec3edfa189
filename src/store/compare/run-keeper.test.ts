/** What becomes of a run that fails, and of one whose worker dies or goes silent. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trueLabels } from '../../presets/true-labels.ts';
import { changeText } from '../../experiment/live-changes.ts';
import { laneFrame, openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
    (runStatus) => {
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
      status(runStatus);
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
      expect(trainer.command.mock.calls).toEqual(runStatus === 'training' ? [['trainRun']] : []);
      expect(state()).toMatchObject({ status: runStatus, epoch: 5 });
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
