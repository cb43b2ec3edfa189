import { describe, expect, it } from 'vitest';
import type { RegularizerSettings } from '../regularizers/registry.ts';
import { armName, automaticName, inSentence, joinWords } from './arm-name.ts';
import { fairnessSentence } from './fairness.ts';
import { wrongLabels } from '../presets/wrong-labels.ts';
import type { ArmOverrides } from './experiment.ts';
import { describeOverrides } from './arm-overrides.ts';

const arm = (
  id: 'A' | 'B' | 'C',
  regularizers: RegularizerSettings,
  name: string | null = null,
) => ({
  id,
  name,
  regularizers,
});
const dropout = (rate: number, inputRate = 0) => ({ dropout: { rate, inputRate } });
const l2 = (lambda: number) => ({ l2: { lambda } });

describe('names of arms', () => {
  it.each<[RegularizerSettings, string]>([
    [{}, 'Plain'],
    [dropout(0.5), 'Dropout 0.5'],
    [dropout(0.5, 0.2), 'Dropout 0.5, inputs 0.2'],
    [dropout(0.5, 0.5), 'Dropout 0.5, inputs 0.5'],
    [dropout(0, 0.2), 'Input dropout 0.2'],
    [l2(0.003), 'L2 λ = 0.003'],
    [{ ...dropout(0.5), ...l2(0.003) }, 'L2 λ = 0.003 + dropout 0.5'],
    [{ ...dropout(0), ...l2(0) }, 'Plain'],
  ])('%j is %s', (regularizers, name) => expect(automaticName(regularizers)).toBe(name));

  it('start with the letter, and keep what the user wrote', () => {
    expect(armName(arm('A', {}))).toBe('A · Plain');
    expect(armName(arm('B', dropout(0.5), 'Half asleep'))).toBe('B · Half asleep');
  });

  it('bend to sentences', () => {
    expect(inSentence('L2')).toBe('L2');
    expect(inSentence('Batch norm')).toBe('batch norm');
    expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('fairness sentence', () => {
  it.each([
    [[arm('A', {})], 'One arm alone: add another to compare'],
    [[arm('A', {}), arm('B', dropout(0.5, 0.2))], 'Same start, same batches: only dropout differs'],
    [
      [arm('A', {}), arm('B', dropout(0.5)), arm('C', l2(0.01))],
      'Same start, same batches: only L2 and dropout differ',
    ],
    [
      [arm('A', dropout(0.5)), arm('B', dropout(0.5), 'twin')],
      'Same start, same batches: the arms do not differ yet',
    ],
    // Off and neutral train alike.
    [[arm('A', {}), arm('B', l2(0))], 'Same start, same batches: the arms do not differ yet'],
  ])('%#: %j', (arms, sentence) =>
    expect(fairnessSentence({ ...wrongLabels.experiment, arms })).toBe(sentence),
  );

  it.each<[ArmOverrides, string]>([
    [{ learningRate: 0.1 }, 'Same start, same batches: only learning rate differs'],
    [{ batchSize: 8 }, 'Same start, each arm its own batches: only batch size differs'],
    [
      { hiddenLayers: [8] },
      'Same start in layers of the same shape, same batches: only hidden layers differ',
    ],
    [
      { trainingExamples: 50, initialization: 'he' },
      'Other first weights, each arm its own batches: only training examples and initial weights differ',
    ],
    // Its own, but the same.
    [{ batchSize: 32 }, 'Same start, same batches: the arms do not differ yet'],
  ])('with %j of its own', (overrides, sentence) => {
    const arms = [arm('A', {}), { ...arm('B', {}), overrides }];
    expect(fairnessSentence({ ...wrongLabels.experiment, arms })).toBe(sentence);
  });
});

it('names what an arm has of its own', () => {
  const overrides = {
    trainingExamples: 1000,
    hiddenLayers: [64, 32],
    activation: 'tanh',
    optimizer: 'sgd',
    learningRate: 0.1,
    batchSize: 8,
  } as const;
  expect(automaticName({}, overrides)).toBe(
    'Plain, 1000 examples, 64–32 units, tanh, SGD, learning rate 0.1, batch size 8',
  );
  expect(describeOverrides({ hiddenLayers: [] })).toEqual(['no hidden layer']);
});
