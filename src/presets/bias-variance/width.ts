/** P13c: the axis on which textbooks draw the U, and trained networks need not show one. */
import { sineBase } from './bias-variance-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const widthTradeOff = {
  id: 'width',
  title: 'Width, where the U breaks',
  question: 'Do 256 units fit worse than 8, on 20 points?',
  point:
    'Too few units miss the bends, but more than enough do no harm here: variance hardly grows with width. A count of parameters is no measure of complexity.',
  claim: 'P13c',
  plan: {
    base: sineBase({ network: { hiddenLayers: [64], activation: 'tanh' } }),
    seed: 2,
    axis: { setting: 'network.width', values: [1, 2, 3, 8, 64, 256] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
