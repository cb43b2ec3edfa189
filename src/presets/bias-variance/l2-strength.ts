/** P13: the classic trade-off. */
import { OFF } from '../../plans/sweep-settings.ts';
import { sineBase } from './bias-variance-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const l2StrengthTradeOff = {
  id: 'l2-strength',
  title: 'L2 strength and the classic U',
  question: 'Is more L2 always better?',
  point:
    'Neither end is best: without L2 every fit chases the noise of its own points, with too much of it all fits miss the same bends.',
  claim: 'P13',
  plan: {
    base: sineBase(),
    seed: 2,
    axis: { setting: 'l2.lambda', values: [OFF, 0.0003, 0.003, 0.01, 0.03] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
