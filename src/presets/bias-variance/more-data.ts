/** P13d: what every regularizer competes with. */
import { sineBase } from './bias-variance-preset.ts';
import type { BiasVariancePreset } from './bias-variance-preset.ts';

export const moreDataTradeOff = {
  id: 'more-data',
  title: 'More data, less variance',
  question: 'What do more points do for a network without any regularizer?',
  point:
    'They leave it less noise to chase: variance falls with every doubling, and bias² does not rise.',
  claim: 'P13d',
  plan: {
    base: sineBase({ training: { batchSize: 160 } }),
    seed: 2,
    axis: { setting: 'data.trainingExamples', values: [10, 20, 40, 80, 160] },
    sets: 20,
    redrawn: 'everything',
  },
} as const satisfies BiasVariancePreset;
