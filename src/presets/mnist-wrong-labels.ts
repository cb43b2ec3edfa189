/** P19: the opening's point on larger images. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const mnistWrongLabels = {
  id: 'mnist-wrong-labels',
  title: 'MNIST, 1,000 digits, 30 % wrong labels',
  question: 'Does the plain network turn and fall here too?',
  point: 'Larger images, the same story: dropout ends about ten points ahead.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: experimentWith({
    data: {
      dataset: 'mnist',
      trainingExamples: 1000,
      validationExamples: 2000,
      wrongLabelShare: 0.3,
    },
    network: { hiddenLayers: [128] },
    training: { optimizer: 'adam', learningRate: 0.003, batchSize: 50, epochs: 30 },
    arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
  }),
} as const satisfies Preset;
