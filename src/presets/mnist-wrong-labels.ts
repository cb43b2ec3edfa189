/** P19: the opening's point on larger images. */
import type { Preset } from './preset.ts';

export const mnistWrongLabels = {
  id: 'mnist-wrong-labels',
  title: 'MNIST, 1,000 digits, 30 % wrong labels',
  point: 'Larger images, the same story: dropout ends about ten points ahead.',
  pace: 5,
  experiment: {
    version: 1,
    data: {
      dataset: 'mnist',
      trainingExamples: 1000,
      validationExamples: 2000,
      wrongLabelShare: 0.3,
    },
    network: { hiddenLayers: [128], activation: 'relu', initialization: 'glorot' },
    training: { optimizer: 'adam', learningRate: 0.003, batchSize: 50, epochs: 30, seed: 42 },
    arms: [
      { id: 'A', name: null, regularizers: {} },
      { id: 'B', name: null, regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
    ],
  },
} as const satisfies Preset;
