/** P15: what networks answer that were trained on other draws of the same data. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const stableAnswers = {
  id: 'stable-answers',
  title: 'Trained again, the same answers?',
  question: 'On how many digits do three networks of the same kind disagree?',
  point:
    'Three draws of 300 images: plain networks often disagree, those with dropout or L2 less often.',
  pace: 5,
  panel: 'stability',
  experiment: stageWith({
    data: { trainingExamples: 300, wrongLabelShare: 0.2 },
    training: { replicates: 3 },
    arms: [
      { regularizers: {} },
      { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
      { regularizers: { l2: { lambda: 0.003 } } },
    ],
  }),
} as const satisfies Preset;
