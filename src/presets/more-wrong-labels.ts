/** P1b: more lies, and dropout matters more. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';
import { wrongLabels } from './wrong-labels.ts';

export const moreWrongLabels = {
  id: 'more-wrong-labels',
  title: 'Digits, 40 % wrong labels',
  point: 'More wrong labels: the plain network falls further, and dropout gains more.',
  question: 'Is the distance between the validation lines larger than with 30 % wrong labels?',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    data: { wrongLabelShare: 0.4 },
    arms: wrongLabels.experiment.arms,
  }),
} as const satisfies Preset;
