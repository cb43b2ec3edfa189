import { describe, expect, it } from 'vitest';
import { DATASETS, findDataset } from '../datasets/registry.ts';
import type { DatasetId } from '../datasets/registry.ts';
import { experimentWith } from '../presets/preset.ts';
import { OPENING_PRESET, PRESETS } from '../presets/registry.ts';
import { checkExperiment } from './check-experiment.ts';
import type { Experiment } from './experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { withDataset, withDatasetAlone } from '../store/compare/dataset-note.ts';
import { presetThatAsks } from '../store/compare/preset-choice.ts';
import { activeRegularizers } from './arm-name.ts';
import { listDifferences, suitDataset } from './suit-dataset.ts';

/** The experiment on another data set. */
function elsewhere(experiment: Experiment, id: DatasetId): Experiment {
  const dataset = id === 'digits' ? 'mnist' : 'digits';
  return { ...experiment, data: { ...experiment.data, dataset } };
}

function isRunnable(experiment: Experiment): void {
  const dataset = findDataset(experiment.data.dataset);
  expect(checkExperiment(experiment, { dataset, regularizers: REGULARIZERS })).toEqual([]);
}

describe.each(DATASETS)('$label', (dataset) => {
  it('can be reached from every preset, with its start and alone, and trained on', () => {
    for (const preset of PRESETS) {
      const before = { experiment: elsewhere(preset.experiment, dataset.id), pace: preset.pace };
      const suited = withDataset(before, dataset.id);
      const alone = withDatasetAlone(before, dataset.id);
      if (!suited || !alone) throw new Error(dataset.label);
      isRunnable(suited.experiment);
      isRunnable(alone.experiment);
      expect(suited.pace).toBe(dataset.start.pace);
      expect(alone.experiment.arms).toHaveLength(preset.experiment.arms.length);
    }
  });

  it('starts with a plain arm beside one or two that differ from it in one regularizer', () => {
    const { arms } = suitDataset(elsewhere(OPENING_PRESET.experiment, dataset.id), dataset);
    const active = arms.map(({ regularizers }) => activeRegularizers(regularizers));
    expect(active[0]).toEqual([]);
    expect(active.slice(1).every(({ length }) => length === 1)).toBe(true);
    expect(active.length === 2 || active.length === 3).toBe(true);
  });

  it('is watched in 5 to 15 seconds', () => {
    const { epochs, pace } = dataset.start;
    expect(epochs / pace).toBeGreaterThanOrEqual(5);
    expect(epochs / pace).toBeLessThanOrEqual(15);
  });
});

it.each(['digits', 'mnist', 'circles', 'moons'] as const)(
  'the start on %s asks the question of a preset',
  (id) => {
    const before = { experiment: elsewhere(OPENING_PRESET.experiment, id), pace: 5 } as const;
    const suited = withDataset(before, id);
    const preset = suited && presetThatAsks(suited.experiment, '');
    expect(preset?.experiment.data.dataset).toBe(id);
  },
);

it('differences are named, and what is alike is not', () => {
  const given = experimentWith({
    data: { dataset: 'circles', wrongLabelShare: 0, noise: 0.1 },
    network: { hiddenLayers: [256] },
    training: { learningRate: 0.01, optimizer: 'sgd', batchSize: 32, epochs: 200 },
    arms: [{ regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }, { regularizers: {} }],
  });
  const dataset = findDataset('circles');
  if (!dataset) throw new Error('circles');
  const suited = suitDataset(given, dataset);
  expect(listDifferences(given, suited)).toEqual([
    '400 training and 500 validation examples',
    'no wrong labels',
    '256 hidden units',
    'SGD',
    'batches of 32',
    'seed 42',
    'dropout 0.5, inputs 0.2 in arm A',
  ]);
  expect(listDifferences(suited, given)).toEqual([
    '120 training and 500 validation examples',
    '20\u202f% wrong labels',
    '2 hidden layers of 64 units',
    'Adam',
    'batches of 20',
    'seed 1',
    'L2 λ = 0.005 in arm B',
  ]);
  expect(listDifferences(suited, suited)).toEqual([]);
});

it('keeps an arm’s own number of rows only where the set has them beside its validation rows', () => {
  const before = experimentWith({
    data: { dataset: 'mnist', trainingExamples: 400, validationExamples: 200 },
    network: {},
    training: {},
    arms: [{ regularizers: {}, overrides: { trainingExamples: 1700 } }],
  });
  const alone = withDatasetAlone({ experiment: before, pace: 5 }, 'digits');
  expect(alone?.experiment.arms[0]?.overrides).toEqual({});
  expect(alone?.note.set).toContain('as many training examples for arm A as for the others');
});
