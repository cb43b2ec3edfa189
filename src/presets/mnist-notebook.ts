/** P20: the classic MNIST notebook in full, where dropout hardly matters. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const mnistNotebook = {
  id: 'mnist-notebook',
  title: 'The MNIST notebook, 60,000 digits',
  question: 'Five epochs of 60,000 clean digits: does dropout make a difference?',
  point: '60,000 clean images, 5 epochs: there is little to overfit, so dropout hardly matters.',
  pace: null,
  panel: 'draw',
  experiment: experimentWith({
    data: {
      dataset: 'mnist',
      trainingExamples: 60000,
      validationExamples: 10000,
      wrongLabelShare: 0,
    },
    network: { hiddenLayers: [512] },
    training: { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 5 },
    arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.2, inputRate: 0 } } }],
  }),
} as const satisfies Preset;
