/** P1b: more wrong labels, and dropout matters more. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';
import { wrongLabels } from './wrong-labels.ts';

export const moreWrongLabels = {
  id: 'more-wrong-labels',
  title: 'Digits, 40 % wrong labels',
  question: 'Do the validation lines end further apart than with 30 % wrong labels?',
  point: 'With more wrong labels the plain network falls further, and dropout gains more.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    data: { wrongLabelShare: 0.4 },
    arms: wrongLabels.experiment.arms,
  }),
} as const satisfies Preset;
