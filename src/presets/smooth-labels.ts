/** P16: label smoothing on true labels, where accuracy and loss disagree. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const smoothLabels = {
  id: 'smooth-labels',
  title: 'Label smoothing: right, but never sure',
  point: 'Accuracy does not fall, yet the loss rises: the network is less sure of what it knows.',
  question: 'Does accuracy fall? Does the loss rise? How sure are the networks?',
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
