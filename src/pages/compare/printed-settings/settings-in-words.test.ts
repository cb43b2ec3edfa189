import { expect, it } from 'vitest';
import { OPENING_PRESET } from '../../../presets/registry.ts';
import { settingsInWords } from './settings-in-words.ts';

const lines = (experiment = OPENING_PRESET.experiment) =>
  settingsInWords(experiment).map(({ title, parts }) => `${title}: ${parts.join('; ')}`);

it('says every setting with its label and unit', () => {
  expect(lines()).toEqual([
    'Data: Digits; Training examples 400; Validation examples 500; Wrong labels in training 30\u202f%',
    'Network: Hidden layers 256; Activation ReLU; Initial weights Glorot uniform',
    'Training: Optimizer Adam; Learning rate 0.005; Batch size 32; Epochs 50; Seed 42; Repeats 1; A repeat redraws Everything',
    'Arms: A · Plain; B · Dropout 0.5, inputs 0.2',
  ]);
});

it('says what is not there, and large numbers readably', () => {
  const { experiment } = OPENING_PRESET;
  const [data, network] = lines({
    ...experiment,
    data: { ...experiment.data, trainingExamples: 60_000 },
    network: { ...experiment.network, hiddenLayers: [] },
  });
  expect(data).toContain('Training examples 60,000');
  expect(network).toContain('Hidden layers none');
});
