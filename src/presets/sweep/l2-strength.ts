/** P3: the strength of L2 from none to too much. */
import { OFF } from '../../plans/sweep-settings.ts';
import { FIVE_FOLDS, stageBase } from './sweep-preset.ts';
import type { SweepPreset } from './sweep-preset.ts';

export const l2StrengthSweep = {
  id: 'l2-strength',
  title: 'L2: how strong?',
  question: 'With 20 % wrong labels, which strength of L2 predicts best?',
  point: 'Best in the middle: too little learns the wrong labels, too much learns nothing.',
  claim: 'P3',
  sweep: {
    base: stageBase(),
    seed: 42,
    axes: [{ setting: 'l2.lambda', values: [OFF, 0.001, 0.003, 0.01, 0.03, 0.1] }],
    judging: { ...FIVE_FOLDS, seeds: 2 },
  },
} as const satisfies SweepPreset;
