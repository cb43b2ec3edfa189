/** P6: five of fifty features count; how strong must L1 be? */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, sweepBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const sparseTruthSweep = {
  id: 'sparse-truth',
  title: '5 of 50: L1 by cross-validation',
  question: 'Five of 50 features count. Which strength of L1 predicts best?',
  point: 'L1 in the middle predicts far better than none; too much shrinks the five as well.',
  claim: 'P6',
  sweep: {
    base: sweepBase({
      data: {
        dataset: 'sparse-linear',
        trainingExamples: 60,
        validationExamples: 15,
        wrongLabelShare: 0,
        noise: 1,
      },
      network: { hiddenLayers: [] },
      // Full batches, and long enough for the plain cell to come near its least-squares solution.
      training: { optimizer: 'momentum', learningRate: 0.03, batchSize: 60, epochs: 800 },
    }),
    seed: 42,
    axes: [{ setting: 'l1.lambda', values: [OFF, 0.03, 0.1, 0.2, 0.3, 0.5, 1, 2] }],
    judging: { ...FIVE_FOLDS, metric: 'loss' },
  },
} as const satisfies SweepPreset;
