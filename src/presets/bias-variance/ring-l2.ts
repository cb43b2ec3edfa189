/** P13e: the same trade-off where labels are drawn by a known probability. */
import { OFF } from '../../plans/sweep-settings.ts';
import { sweepBase } from '../sweep/sweep-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const ringTradeOff = {
  id: 'ring-l2',
  title: 'Ring, where networks disagree',
  question: 'Where do networks trained on different sets disagree?',
  point:
    'Along the borders, and without L2 in patches elsewhere; the right strength nearly halves variance for little bias.',
  claim: 'P13e',
  plan: {
    base: sweepBase({
      data: {
        dataset: 'ring',
        ...{ trainingExamples: 150, validationExamples: 1600, noise: 0.1, wrongLabelShare: 0 },
      },
      network: { hiddenLayers: [32, 32] },
      training: { optimizer: 'adam', learningRate: 0.01, batchSize: 30, epochs: 200 },
    }),
    seed: 42,
    axis: { setting: 'l2.lambda', values: [OFF, 0.0003, 0.001, 0.003, 0.01, 0.03] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
