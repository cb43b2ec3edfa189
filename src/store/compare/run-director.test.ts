/** How a run at epoch 0 is prepared, and prepared anew, while settings are edited. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { open, openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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

describe('the weights of a run', () => {
  it('are asked for once, and come to all who asked', async () => {
    const { state, trainer, emit } = openReady();
    const asked = [state().readWeights(), state().readWeights()];
    expect(trainer.command.mock.calls).toEqual([['readWeights']]);
    emit({ type: 'weightsRead', networks: [] });
    expect(await Promise.all(asked)).toEqual([[], []]);
  });

  it('do not come where they cannot be read, or the run or its worker is gone', async () => {
    const { state, emit, die } = openReady();
    const failed = state().readWeights();
    emit({ type: 'weightsFailed', message: 'No memory.' });
    await expect(failed).rejects.toThrow('No memory.');
    const replaced = state().readWeights();
    state().reset();
    await expect(replaced).rejects.toThrow('Another run');
    const lost = state().readWeights();
    die();
    await expect(lost).rejects.toThrow('gone');
  });
});
