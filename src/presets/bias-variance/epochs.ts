/** P13b: the longer the fits train, the less they have in common. */
import { sineBase } from './bias-variance-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const epochsTradeOff = {
  id: 'epochs',
  title: 'Epochs, and when to stop',
  question: 'Without any regularizer, does training longer bring fits closer to the truth?',
  point:
    'Only for a while: bias² falls quickly, variance rises steadily. Stopping early is a regularizer.',
  claim: 'P13b',
  plan: {
    base: sineBase(),
    seed: 2,
    axis: { setting: 'training.epochs', values: [50, 200, 500, 1500] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
