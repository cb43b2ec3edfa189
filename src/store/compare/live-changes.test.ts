/** What a run that trains takes of the settings that are changed meanwhile. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mnistNotebook } from '../../presets/mnist-notebook.ts';
import { FIGURE_COUNT } from '../../figures/figures.ts';
import { changeText } from '../../experiment/live-changes.ts';
import { listChanges } from '../../experiment/settings-change.ts';
import { fail, laneFrame, openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
