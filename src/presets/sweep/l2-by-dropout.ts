/** P7b: L2 and dropout together, on a small table with wrong labels. */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, sweepBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const l2ByDropoutSweep = {
  id: 'l2-by-dropout',
  title: 'Tumours: L2 by dropout',
  question: 'L2, dropout, or both? And can the best cells be told apart?',
  point:
    'Most cells cannot be told from the best: 250 tumours do not decide between L2 and dropout.',
  claim: 'P7b',
  sweep: {
    base: sweepBase({
      data: {
        dataset: 'breast-cancer',
        trainingExamples: 200,
        validationExamples: 50,
        wrongLabelShare: 0.15,
      },
      network: { hiddenLayers: [64] },
      training: { optimizer: 'adam', learningRate: 0.005, batchSize: 20, epochs: 60 },
    }),
    seed: 42,
    axes: [
      { setting: 'l2.lambda', values: [OFF, 0.003, 0.01, 0.03, 0.1, 0.3] },
      { setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.8] },
    ],
    judging: FIVE_FOLDS,
  },
} as const satisfies SweepPreset;
