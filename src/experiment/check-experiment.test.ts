import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findDataset } from '../datasets/registry.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import { REGULARIZERS } from '../regularizers/registry.ts';
import { checkExperiment } from './check-experiment.ts';
import { parameterCount } from './experiment.ts';

const good = wrongLabels.experiment;
const check = (experiment: unknown, dataset = 'digits') =>
  checkExperiment(experiment, { dataset: findDataset(dataset), regularizers: REGULARIZERS });
const messages = (experiment: unknown) => check(experiment).map(({ message }) => message);

describe('checkExperiment', () => {
  it('passes the opening preset', () => {
    expect(check(good)).toEqual([]);
  });

  it('names more rows than exist', () => {
    const data = { ...good.data, trainingExamples: 1500 };
    expect(messages({ ...good, data })).toEqual([
      'Digits has 1,797 examples; 1,500 for training and 500 for validation are more than that.',
    ]);
  });

  it('blames an arm that has more rows of its own, and not the shared number', () => {
    const [A, B] = good.arms;
    const arms = [A, { ...B, overrides: { trainingExamples: 1500 } }];
    expect(check({ ...good, arms })).toEqual([
      {
        path: 'arms.B.trainingExamples',
        message:
          'Arm B: Digits has 1,797 examples; 1,500 for training and 500 for validation are more than that.',
      },
    ]);
  });

  it('allows 0 hidden layers, not 0 units', () => {
    expect(check({ ...good, network: { ...good.network, hiddenLayers: [] } })).toEqual([]);
    const empty = { ...good.network, hiddenLayers: [8, 0] };
    expect(messages({ ...good, network: empty })[0]).toContain('Hidden layer 2');
  });

  it('refuses what would need more memory than it may, with the figure', () => {
    const arms = ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => ({ ...good.arms[0], id }));
    const network = { ...good.network, hiddenLayers: [1024, 1024, 1024, 1024, 1024, 1024] };
    const data = { ...good.data, dataset: 'mnist' };
    expect(check({ ...good, data, arms, network }, 'mnist')[0]?.message).toMatch(
      /need about \d+ MB; at most 512 MB/,
    );
  });

  it('names what is wrong with arms', () => {
    const arm = good.arms[0];
    const wrong = (arms: unknown) => messages({ ...good, arms })[0];
    expect(wrong([])).toContain('1 to 6 arms');
    expect(wrong([arm, arm])).toContain('different letters');
    expect(wrong([{ ...arm, id: 'Z' }])).toContain('"Z"');
    expect(wrong([{ ...arm, name: 3 }])).toContain('name of arm A');
    expect(wrong([{ ...arm, regularizers: { magic: {} } }])).toContain('no regularizer "magic"');
    expect(wrong([{ ...arm, regularizers: { l2: { lambda: -1 } } }])).toMatch(
      /^Arm A, L2: Strength must be a number from 0 to 10; -1 is too small/,
    );
  });

  it('takes folds that its rows can be divided into, and counts them', () => {
    const folds = (foldCount: unknown, change = {}) =>
      messages({ ...good, ...change, foldCount })[0];
    expect(folds(5)).toBeUndefined();
    expect(folds(2)).toBeUndefined();
    for (const wrong of [1, 0, -3, 2.5, Infinity, '5', null, [3]])
      expect(folds(wrong)).toBe(
        `Cross-validation takes a whole number of folds from 2 on; ${String(wrong)} is none.`,
      );
    const rows = good.data.trainingExamples + good.data.validationExamples;
    expect(folds(rows + 1)).toBe(
      `Training and validation have ${rows} examples together; they cannot be divided into ${rows + 1} folds.`,
    );
    const hiddenLayers = [1024, 1024, 1024];
    const network = { ...good.network, hiddenLayers };
    expect(folds(2, { network })).toBeUndefined();
    expect(folds(10, { network })).toMatch(
      /10 times each, need about \d+ MB; .* fewer arms, folds or/,
    );
  });

  it('checks what arms have of their own, and counts it', () => {
    const own = (overrides: unknown) =>
      messages({ ...good, arms: [good.arms[0], { ...good.arms[1], overrides }] })[0];
    expect(own({ batchSize: 8, hiddenLayers: [4] })).toBeUndefined();
    expect(own({ batchSize: 0 })).toMatch(/^Arm B: Batch size must be .* 0 is too small/);
    expect(own({ seed: 3 })).toBe('Arm B: "seed" is not a setting of arms.B.');
    expect(own('none')).toBe('Arm B: arms.B must be an object of settings.');
    expect(own({ trainingExamples: 1500 })).toContain('Digits has 1,797 examples; 1,500');
  });

  it('counts the repeats of weights and rows', () => {
    const network = { ...good.network, hiddenLayers: [1024, 1024] };
    const training = { ...good.training, replicates: 10 };
    expect(messages({ ...good, network, training })[0]).toBeUndefined();
    const larger = { ...good.network, hiddenLayers: [1024, 1024, 1024, 1024] };
    expect(messages({ ...good, network: larger, training })[0]).toMatch(
      /10 times each, need about/,
    );
    const data = { ...good.data, dataset: 'mnist', trainingExamples: 60000 };
    const [problem] = check({ ...good, data, training }, 'mnist');
    // Ten times 60,000 x 784 bytes are less than 512 MB; with many validation rows they are not.
    expect(problem).toBeUndefined();
    const wide = { ...data, validationExamples: 10000 };
    expect(check({ ...good, data: wide, training }, 'mnist')[0]?.message).toMatch(
      /^10 draws of these rows need about \d+ MB/,
    );
    const once = { ...training, replicateScope: 'trainingLuck' };
    expect(check({ ...good, data: wide, training: once }, 'mnist')).toEqual([]);
  });

  it('takes anything without throwing, and passes nothing that is not an experiment', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('data', 'network', 'training', 'arms'),
        (x, key) => {
          expect(check(x).length).toBeGreaterThan(0);
          expect(check({ ...good, [key]: x }).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

it('counts trained numbers', () => {
  expect(parameterCount([784, 512, 10])).toBe(407050);
  expect(parameterCount([64, 256, 10])).toBe(19210);
  // Batch norm: γ and β instead of a bias on hidden units.
  expect(parameterCount([64, 256, 10], true)).toBe(19210 + 256);
});
