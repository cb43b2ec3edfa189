import { describe, expect, it } from 'vitest';
import { DATASETS, findDataset } from '../datasets/registry.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { PRESETS } from '../presets/registry.ts';
import { experimentWith } from '../presets/preset.ts';
import { checkExperiment } from '../protocol/check-experiment.ts';
import type { Arm, Experiment } from '../protocol/experiment.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { withDataset, withSuitedSettings } from './dataset-note.ts';
import { suitDataset } from './suit-dataset.ts';

const circles = setOf('circles');
const spam = setOf('spam');

function setOf(id: string): Dataset {
  const dataset = findDataset(id);
  if (!dataset) throw new Error(id);
  return dataset;
}

function onSpam(arms: readonly Pick<Arm, 'regularizers' | 'overrides'>[]): Experiment {
  return experimentWith({ data: { dataset: 'spam' }, network: {}, training: {}, arms });
}

function lambdas({ experiment: { arms } }: ReturnType<typeof suitDataset>) {
  return arms.map(({ regularizers: { l1, l2 } }) => l1?.lambda ?? l2?.lambda ?? null);
}

describe('what suits a data set', () => {
  it('names what stands in its place, and nothing that is alike', () => {
    const given = experimentWith({
      data: { dataset: 'circles', wrongLabelShare: 0, noise: 0.1 },
      network: { hiddenLayers: [256] },
      training: { learningRate: 0.01, optimizer: 'sgd', batchSize: 32, epochs: 200 },
      arms: [{ regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
    });
    const { instead, suits, experiment } = suitDataset(given, circles);
    expect(instead).toEqual([
      '400 training and 500 validation examples',
      '256 hidden units',
      'SGD',
      'batches of 32',
      'dropout 0.5, inputs 0.2 in arm A',
    ]);
    expect(suits).toEqual([
      '200 training and 500 validation examples',
      '2 hidden layers of 64 units',
      'Adam',
      'batches of 20',
      'dropout 0.5 in arm A',
    ]);
    expect(suitDataset(experiment, circles)).toMatchObject({ instead: [], suits: [] });
  });

  it('moves a strength of another scale to the usual one', () => {
    const given = onSpam([{ regularizers: {} }, { regularizers: { l2: { lambda: 0.3 } } }]);
    expect(lambdas(suitDataset(given, spam))).toEqual([null, 0.003]);
  });

  it('moves a row of strengths together', () => {
    const row = [10, 1, 0.1].map((lambda) => ({ regularizers: { l2: { lambda } } }));
    expect(lambdas(suitDataset(onSpam(row), spam))).toEqual([0.03, 0.003, 0.0003]);
  });

  it('leaves strengths near the usual one, and strengths that are off', () => {
    const row = [0.0003, 0, 0.03].map((lambda) => ({ regularizers: { l2: { lambda } } }));
    expect(lambdas(suitDataset(onSpam(row), spam))).toEqual([0.0003, 0, 0.03]);
  });

  it('leaves what arms have of their own, and the seed', () => {
    const given = onSpam([{ regularizers: {}, overrides: { hiddenLayers: [8] } }]);
    const seeded = { ...given, training: { ...given.training, seed: 7, replicates: 3 } };
    const { experiment } = suitDataset(seeded, spam);
    expect(experiment.arms).toEqual(given.arms);
    expect(experiment.training).toMatchObject({ seed: 7, replicates: 3 });
  });

  it('keeps an arm’s own number of rows only where the set has them beside its validation rows', () => {
    const digits = setOf('digits');
    const given = experimentWith({
      data: { dataset: 'digits', trainingExamples: 400, validationExamples: 200 },
      network: {},
      training: {},
      arms: [{ regularizers: {}, overrides: { trainingExamples: 1500 } }],
    });
    expect(suitDataset(given, digits).experiment.arms[0]?.overrides).toEqual({});
  });
});

describe.each(DATASETS)('$label', ({ id, label }) => {
  it('can be reached from every preset, and trained on as it suits', () => {
    for (const { experiment } of PRESETS) {
      const there = withDataset(experiment, id)?.experiment ?? experiment;
      const suited = withSuitedSettings(there, null)?.experiment ?? there;
      for (const one of [there, suited])
        expect(
          checkExperiment(one, { dataset: findDataset(id), regularizers: REGULARIZERS }),
        ).toEqual([]);
      expect(suitDataset(suited, setOf(id)).suits, label).toEqual([]);
    }
  });
});
