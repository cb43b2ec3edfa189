/** Which words tell spam: a linear model, and L1 that leaves out the others. */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, sweepBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const sparseSpamSweep = {
  id: 'sparse-spam',
  title: 'Spam: L1 by cross-validation',
  question: 'How many of 57 frequencies tell spam from 200 emails?',
  point:
    'About twenty, depending on which emails: the one-standard-error choice leaves out the others.',
  claim: 'spam-l1',
  sweep: {
    base: sweepBase({
      data: {
        dataset: 'spam',
        trainingExamples: 200,
        validationExamples: 50,
        wrongLabelShare: 0,
      },
      network: { hiddenLayers: [] },
      training: { optimizer: 'adam', learningRate: 0.01, batchSize: 50, epochs: 300 },
    }),
    seed: 42,
    axes: [{ setting: 'l1.lambda', values: [OFF, 0.001, 0.003, 0.01, 0.02, 0.03, 0.05, 0.1] }],
    judging: { ...FIVE_FOLDS, metric: 'loss' },
  },
} as const satisfies SweepPreset;
