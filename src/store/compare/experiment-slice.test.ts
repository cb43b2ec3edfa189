import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listChanges } from '../../experiment/settings-change.ts';
import { fail, openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
