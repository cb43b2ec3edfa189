/** P17: labels without any sense (Zhang et al. 2017), and which networks learn them nevertheless. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const randomLabels = {
  id: 'random-labels',
  title: 'Pure nonsense: every label wrong',
  question:
    'Can a network learn labels that mean nothing, and what does it then know of new digits?',
  point: 'A plain network learns 400 senseless labels by heart; dropout and L2 learn fewer.',
  pace: 15,
  panel: 'wrong-labels',
  experiment: stageWith({
    data: { wrongLabelShare: 1 },
    training: { epochs: 100 },
    arms: [
      { regularizers: {} },
      { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } },
      { regularizers: { l2: { lambda: 0.003 } } },
    ],
  }),
} as const satisfies Preset;
