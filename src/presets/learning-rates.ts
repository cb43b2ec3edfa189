/** P10b: a learning rate that is slow and one that is too much, without and with batch norm. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const learningRates = {
  id: 'learning-rates',
  title: 'Batch norm: learning rates 0.003 and 1',
  point: 'Without it one is too slow and the other ends in guessing; with it both can be used.',
  question: 'Which of the four networks learn, and which only guess?',
  pace: 1,
  panel: 'activations',
  experiment: stageWith({
    data: { trainingExamples: 800, wrongLabelShare: 0 },
    network: { hiddenLayers: [64, 64, 64] },
    training: { optimizer: 'sgd', learningRate: 0.003, epochs: 10 },
    arms: [{}, { learningRate: 1 }].flatMap((overrides) => [
      { regularizers: {}, overrides },
      { regularizers: { batchNorm: { momentum: 0.9 } }, overrides },
    ]),
  }),
} as const satisfies Preset;
