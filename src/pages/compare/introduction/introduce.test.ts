import { describe, expect, it } from 'vitest';
import { findDataset } from '../../../datasets/registry.ts';
import { experimentWith } from '../../../presets/preset.ts';
import type { PresetSettings } from '../../../presets/preset.ts';
import { PRESETS } from '../../../presets/registry.ts';
import type { Experiment } from '../../../experiment/experiment.ts';
import { introduce } from './introduce.ts';
import { ownQuestion } from './own-question.ts';

/** The introduction with plain spaces. */
function said(experiment: Experiment): string {
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) throw new Error(experiment.data.dataset);
  return introduce(experiment, dataset).replaceAll('\u202f', ' ');
}

interface Changes {
  readonly data?: Partial<PresetSettings['data']>;
  readonly network?: PresetSettings['network'];
  readonly training?: PresetSettings['training'];
  readonly arms: PresetSettings['arms'];
}

/** An experiment on 400 digits without wrong labels, unless `data` says otherwise. */
function withArms({ arms, data, network = {}, training = {} }: Changes): Experiment {
  const digits = { dataset: 'digits', wrongLabelShare: 0 } as const;
  return experimentWith({ data: { ...digits, ...data }, network, training, arms });
}

const plain = { regularizers: {} };
const l2 = (lambda: number) => ({ regularizers: { l2: { lambda } } });
const dropout = { regularizers: { dropout: { rate: 0.5, inputRate: 0 } } };

describe('the introduction of a preset', () => {
  it.each([
    [
      'wrong-labels',
      'Two networks learn the same 400 digits; 30 % of their labels are wrong. B has dropout.',
    ],
    ['true-labels', 'Two networks learn the same 400 digits. B has dropout.'],
    [
      'random-labels',
      'Three networks learn the same 400 digits; every label is wrong. B has dropout and C L2.',
    ],
    [
      'stopping-patience',
      'Five networks learn the same 400 digits; 30 % of their labels are wrong. B to E have early stopping, with patience 1, 3, 5 and 10.',
    ],
    [
      'many-cures',
      'Six networks learn the same 400 digits; 30 % of their labels are wrong. B has L2, C weight decay, D max-norm, E input noise and F L1.',
    ],
    [
      'l2-strength',
      'Six networks learn the same 400 digits; 20 % of their labels are wrong. B to F have L2, with strength from 0.001 to 0.1.',
    ],
    [
      'data-size',
      'Four networks learn different numbers of digits: A and B 50, C and D 400; 20 % of their labels are wrong. B and D have dropout. The batch size is 4 in A and B, 32 in C and D.',
    ],
    [
      'circles-l2',
      'Two networks learn which of two rings a point belongs to, from the same 120 noisy points; 20 % of their labels are wrong. B has L2.',
    ],
    [
      'curve-width',
      'Five networks fit a curve to the same 20 noisy points. The hidden layer grows from 1 unit in A to 256 in E.',
    ],
    [
      'sparse-truth',
      'Four linear models learn to predict a number that depends on 5 of 50 features, from the same 60 noisy examples. B has L2. C and D have L1, with strength 0.3 and 1.',
    ],
    [
      'few-patients',
      'Four linear models learn to predict how diabetes progresses, from different numbers of patients: A and B 40, C and D 240. B and D have L2.',
    ],
    [
      'exact-zeros',
      'Two networks learn the same 400 digits; 30 % of their labels are wrong. Both have L1, with exact zeros only in B.',
    ],
    [
      'stable-answers',
      'Three networks learn the same 300 digits; 20 % of their labels are wrong. B has dropout and C L2. Each is trained three times, and everything random is drawn anew each time.',
    ],
    [
      'deep-sigmoid',
      'Two networks with five hidden layers learn the same 800 digits. B has batch norm.',
    ],
    [
      'learning-rates',
      'Four networks with three hidden layers learn the same 800 digits. B and D have batch norm. The learning rate is 0.003 in A and B, 1 in C and D.',
    ],
  ])('%s', (id, text) => {
    const preset = PRESETS.find((one) => one.id === id);
    expect(preset && said(preset.experiment)).toBe(text);
  });

  it('is a few sentences without a gap, for every one', () => {
    for (const { id, experiment } of PRESETS) {
      const text = said(experiment);
      expect(text, id).toMatch(/^[A-Z][a-z]+ (networks|linear models) .*\.$/);
      expect(text.split('. ').length, id).toBeLessThanOrEqual(4);
      expect(text, id).not.toMatch(/undefined|NaN|\bno of\b| {2}|\[/);
      expect(ownQuestion(experiment), id).toMatch(/^[A-Z].*\?$/);
    }
  });
});

describe('the introduction of settings of one’s own', () => {
  it.each<[string, Experiment, string]>([
    [
      'one arm',
      withArms({ arms: [plain], data: { trainingExamples: 1, wrongLabelShare: 0.3 } }),
      'One network learns 1 digit. It has no regularizer.',
    ],
    [
      'one arm with two regularizers and repeats of its luck',
      withArms({
        arms: [{ regularizers: { ...dropout.regularizers, l2: { lambda: 0.1 } } }],
        training: { replicates: 5, replicateScope: 'trainingLuck' },
      }),
      'One network learns 400 digits. It has L2 and dropout. It is trained five times, on the same data, with other first weights and another order each time.',
    ],
    [
      'arms that are alike',
      withArms({ arms: [plain, plain] }),
      'Two networks learn the same 400 digits. They are alike: give one of them a regularizer.',
    ],
    [
      'a strength of nothing',
      withArms({ arms: [plain, l2(0)] }),
      'Two networks learn the same 400 digits. They are alike: give one of them a regularizer.',
    ],
    [
      'one thing shared, another not',
      withArms({
        arms: [dropout, { regularizers: { ...dropout.regularizers, l2: { lambda: 0.1 } } }],
      }),
      'Two networks learn the same 400 digits. Both have dropout. B has L2.',
    ],
    [
      'two regularizers in one arm, one in another',
      withArms({
        arms: [
          plain,
          { regularizers: { ...dropout.regularizers, l2: { lambda: 0.1 } } },
          { regularizers: { batchNorm: { momentum: 0.9 } } },
        ],
      }),
      'Three networks learn the same 400 digits. B has L2 and dropout, C batch norm.',
    ],
    [
      'no sense in the order of strengths',
      withArms({ arms: [l2(0.1), l2(0.001), plain] }),
      'Three networks learn the same 400 digits. A and B have L2, with strength 0.1 and 0.001.',
    ],
    [
      'several settings of one regularizer',
      withArms({
        arms: [dropout, { regularizers: { dropout: { rate: 0.2, inputRate: 0.2 } } }],
      }),
      'Two networks learn the same 400 digits. Both have dropout, with different settings.',
    ],
    [
      'other layers',
      withArms({
        arms: [plain, { ...plain, overrides: { hiddenLayers: [8] } }],
      }),
      'Two networks learn the same 400 digits. The hidden layer has 256 units in A, 8 in B.',
    ],
    [
      'layers or none',
      withArms({
        arms: [
          { ...plain, overrides: { hiddenLayers: [] } },
          { ...plain, overrides: { hiddenLayers: [64, 64] } },
        ],
      }),
      'Two networks learn the same 400 digits. The hidden layers are none in A, 64–64 in B.',
    ],
    [
      'a learning rate that grows',
      withArms({
        arms: [0.001, 0.01, 0.1].map((learningRate) => ({ ...plain, overrides: { learningRate } })),
      }),
      'Three networks learn the same 400 digits. The learning rate grows from 0.001 in A to 0.1 in C.',
    ],
    [
      'too much at once',
      withArms({
        arms: [
          plain,
          {
            ...dropout,
            overrides: { batchSize: 8, activation: 'tanh', optimizer: 'sgd', learningRate: 1 },
          },
        ],
      }),
      'Two networks learn the same 400 digits. B has dropout. The activation is ReLU in A, tanh in B. They differ in more than that; see their names.',
    ],
    [
      'points of one’s own, and points taken out',
      withArms({
        arms: [plain, l2(0.01)],
        data: {
          dataset: 'xor',
          trainingExamples: 100,
          noise: 0,
          ownPoints: [[0, 0, 0]],
          removedPoints: [3, 5, 200],
        },
      }),
      'Two networks learn which of two classes a point belongs to, from the same 99 points. B has L2.',
    ],
    [
      'no labels to be wrong',
      withArms({
        arms: [plain, l2(0.01)],
        data: { dataset: 'diabetes', trainingExamples: 40, wrongLabelShare: 0 },
      }),
      'Two networks learn to predict how diabetes progresses, from the same 40 patients. B has L2.',
    ],
    [
      'folds',
      { ...withArms({ arms: [plain, dropout] }), foldCount: 5 },
      'Two networks learn the same 400 digits. B has dropout. Each is validated on five parts of the data.',
    ],
  ])('%s', (_, experiment, text) => {
    expect(said(experiment)).toBe(text);
  });
});

it('a question of one’s own settings can be answered by them', () => {
  const wrong = { wrongLabelShare: 0.3 };
  const ask = (changes: Changes) => ownQuestion(withArms(changes));
  expect(ask({ arms: [plain, dropout], data: wrong })).toBe(
    'Which network resists the wrong labels, and ends higher on validation?',
  );
  expect(ask({ arms: [plain], data: wrong })).toMatch(/^How many of the wrong labels/);
  expect(ask({ arms: [plain] })).toMatch(/^How much worse/);
  expect(ask({ arms: [plain, dropout] })).toMatch(/^Does dropout help/);
  expect(ask({ arms: [l2(0.1), l2(1)] })).toMatch(/^Which network does best/);
});
