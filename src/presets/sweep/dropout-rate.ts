/** P3b: the dropout rate from none to nearly all. */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, stageBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const dropoutRateSweep = {
  id: 'dropout-rate',
  title: 'Dropout: which rate?',
  question: 'With 20 % wrong labels, up to which rate does dropout help?',
  point: 'With 256 units far more than half may be dropped before too few are left to learn.',
  claim: 'P3b',
  sweep: {
    base: stageBase(),
    seed: 42,
    axes: [{ setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95] }],
    judging: { ...FIVE_FOLDS, seeds: 2 },
  },
} as const satisfies SweepPreset;
