/** P4: five regularizers that all resist wrong labels. */
import type { Preset } from './preset.ts';
import { stageWith } from './stage.ts';

export const manyCures = {
  id: 'many-cures',
  title: 'Five cures for wrong labels',
  question: 'Do all five end above the plain network, and is one of them clearly the best?',
  point: 'All five end well above the plain network, and none of them is clearly the best.',
  pace: 5,
  panel: 'wrong-labels',
  experiment: stageWith({
    training: { seed: 1 },
    arms: [
      { regularizers: {} },
      { regularizers: { l2: { lambda: 0.01 } } },
      { regularizers: { weightDecay: { lambda: 1 } } },
      { regularizers: { maxNorm: { limit: 1 } } },
      { regularizers: { inputNoise: { deviation: 0.3 } } },
      { regularizers: { l1: { lambda: 0.002, proximal: true } } },
    ],
  }),
} as const satisfies Preset;
