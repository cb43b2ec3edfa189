import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReady } from '../playground-fixture.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
