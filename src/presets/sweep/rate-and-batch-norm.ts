/** P10b: which learning rates work, without and with batch norm. */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, stageBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const rateAndBatchNormSweep = {
  id: 'rate-and-batch-norm',
  title: 'Learning rate, without and with batch norm',
  question: 'Which learning rates train a network, and which more do with batch norm?',
  point: 'With batch norm smaller and larger learning rates work too.',
  claim: 'P10b',
  sweep: {
    base: stageBase({
      data: { trainingExamples: 800, validationExamples: 200, wrongLabelShare: 0 },
      network: { hiddenLayers: [64, 64, 64] },
      training: { optimizer: 'sgd', epochs: 10 },
    }),
    seed: 42,
    axes: [
      { setting: 'training.learningRate', values: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] },
      { setting: 'batchNorm.momentum', values: [OFF, 0.9] },
    ],
    judging: FIVE_FOLDS,
  },
} as const satisfies SweepPreset;
