/** P10b: a learning rate that is slow and one that is too much, without and with batch norm. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const learningRates = {
  id: 'learning-rates',
  title: 'Batch norm: learning rates 0.003 and 1',
  question: 'Which of the four learn, and which only guess?',
  point: 'Without batch norm 0.003 is too slow and 1 ends in guessing; with it, both learn.',
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
