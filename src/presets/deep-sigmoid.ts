/** P10: five layers of sigmoids, which learn nothing without batch norm. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const deepSigmoid = {
  id: 'deep-sigmoid',
  title: 'Batch norm: five sigmoid layers',
  question: 'Which of the two networks learns anything at all?',
  point:
    'Without batch norm the network only guesses; with it, it learns. (Other activations help too.)',
  pace: 1,
  panel: 'gradients',
  experiment: stageWith({
    data: { trainingExamples: 800, wrongLabelShare: 0 },
    network: { hiddenLayers: [48, 48, 48, 48, 48], activation: 'sigmoid' },
    training: { optimizer: 'sgd', learningRate: 0.1, epochs: 15 },
    arms: [{ regularizers: {} }, { regularizers: { batchNorm: { momentum: 0.9 } } }],
  }),
} as const satisfies Preset;
