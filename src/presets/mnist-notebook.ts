/** P20: the classic MNIST notebook in full, where dropout hardly matters. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const mnistNotebook = {
  id: 'mnist-notebook',
  title: 'The MNIST notebook, 60,000 digits',
  point:
    'Five epochs on all clean digits: dropout’s gain of about 0.1 points is inside seed noise.',
  question: 'After five epochs on 60,000 clean digits, does dropout make a difference?',
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
