/** P3b: the dropout rate from none to nearly all. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const dropoutRate = {
  id: 'dropout-rate',
  title: 'Dropout: which rate?',
  question: 'Up to which rate does dropout help, and where is it too much?',
  point:
    'Best with four units in five dropped, or even nine in ten; at 0.95 too few are left to learn.',
  pace: 5,
  experiment: stageWith({
    data: { wrongLabelShare: 0.2 },
    arms: [0, 0.2, 0.5, 0.8, 0.9, 0.95].map((rate) => ({
      regularizers: rate === 0 ? {} : { dropout: { rate, inputRate: 0 } },
    })),
  }),
} as const satisfies Preset;
