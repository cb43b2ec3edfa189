/** Does a larger network profit more from dropout? */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, stageBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const widthByDropoutSweep = {
  id: 'width-by-dropout',
  title: 'Width by dropout rate',
  question: 'Does a larger network gain more from dropout than a small one?',
  point: 'A wide network gains much from a high rate, which leaves a narrow one too few units.',
  claim: 'width-by-dropout',
  sweep: {
    base: stageBase(),
    seed: 42,
    axes: [
      { setting: 'network.width', values: [8, 32, 128, 512] },
      { setting: 'dropout.rate', values: [OFF, 0.2, 0.5, 0.8, 0.9] },
    ],
    judging: FIVE_FOLDS,
  },
} as const satisfies SweepPreset;
