/** P3: the strength of L2 from none to too much. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const l2Strength = {
  id: 'l2-strength',
  title: 'L2: how strong?',
  question: 'Which strength ends highest, and what becomes of the weakest and the strongest?',
  point: 'Best in the middle: too little learns the wrong labels, too much learns nothing.',
  pace: 5,
  panel: 'weights',
  experiment: stageWith({
    data: { wrongLabelShare: 0.2 },
    arms: [0, 0.001, 0.003, 0.01, 0.03, 0.1].map((lambda) => ({
      regularizers: lambda === 0 ? {} : { l2: { lambda } },
    })),
  }),
} as const satisfies Preset;
