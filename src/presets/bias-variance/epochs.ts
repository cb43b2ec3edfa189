/** P13b: the longer the fits train, the less they have in common. */
import { sineBase } from './bias-variance-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const epochsTradeOff = {
  id: 'epochs',
  title: 'Epochs, and when to stop',
  question: 'Without any regularizer, does training longer bring fits closer to the truth?',
  point:
    'Bias² falls quickly at first, and variance tends to rise all the while: stopping early trades the one for the other.',
  claim: 'P13b',
  plan: {
    base: sineBase(),
    seed: 2,
    axis: { setting: 'training.epochs', values: [50, 200, 500, 1500] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
