/** P16: label smoothing on true labels, where accuracy and loss disagree. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const smoothLabels = {
  id: 'smooth-labels',
  title: 'Label smoothing: how sure?',
  question: 'How sure are the networks of their answers, and what does that do to the loss?',
  point: 'As accurate as without, but never sure, even when right: so its loss is higher.',
  pace: 5,
  panel: 'mistakes',
  experiment: stageWith({
    data: { wrongLabelShare: 0 },
    arms: [
      { regularizers: {} },
      { regularizers: { labelSmoothing: { epsilon: 0.1 } } },
      { regularizers: { labelSmoothing: { epsilon: 0.2 } } },
    ],
  }),
} as const satisfies Preset;
