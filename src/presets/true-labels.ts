/** P1c, the honest twist: the same stage with true labels only, and the difference is gone. */
import type { Preset } from './preset.ts';
import { wrongLabels } from './wrong-labels.ts';

const { experiment } = wrongLabels;

export const trueLabels = {
  id: 'true-labels',
  title: 'Digits, true labels',
  question: 'With no wrong labels, does either validation line still fall?',
  point: 'The same two networks with no wrong labels: hardly anything is left to prevent.',
  pace: 5,
  panel: 'mistakes',
  experiment: { ...experiment, data: { ...experiment.data, wrongLabelShare: 0 } },
} as const satisfies Preset;
