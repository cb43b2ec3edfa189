/** P9: what dropout gains with few images and with more. */
import { OFF } from '../../plans/sweep-settings.ts';
import { stageBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const rateBySizeSweep = {
  id: 'rate-by-size',
  title: 'Dropout rate by number of images',
  question: 'Does dropout gain as much with 50 images as with 400?',
  point: 'The best rate gains far more with 400 images than with 50: too few cannot be rescued.',
  claim: 'P9',
  sweep: {
    // Small batches, so that 50 images too are learnt by heart. Folds would train on a share of all rows.
    base: stageBase({
      data: { validationExamples: 500 },
      network: { hiddenLayers: [128] },
      training: { batchSize: 10, epochs: 60, replicateScope: 'everything' },
    }),
    seed: 42,
    axes: [
      { setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.8, 0.9] },
      { setting: 'data.trainingExamples', values: [50, 100, 200, 400] },
    ],
    judging: { foldCount: null, seeds: 5, metric: 'accuracy', at: 'last' },
  },
} as const satisfies SweepPreset;
