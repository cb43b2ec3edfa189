/** P1, the opening: few digits, many wrong labels; the plain network learns them by heart. */
import { experimentWith } from './preset.ts';
import type { Preset } from './preset.ts';

export const wrongLabels = {
  id: 'wrong-labels',
  title: 'Digits, 30 % wrong labels',
  point:
    'The plain network climbs, then falls as it learns the wrong labels; dropout resists them.',
  pace: 5,
  experiment: experimentWith({
    data: {
      dataset: 'digits',
      trainingExamples: 400,
      validationExamples: 500,
      wrongLabelShare: 0.3,
    },
    network: { hiddenLayers: [256] },
    training: { optimizer: 'adam', learningRate: 0.005, batchSize: 32, epochs: 50 },
    arms: [{ regularizers: {} }, { regularizers: { dropout: { rate: 0.5, inputRate: 0.2 } } }],
  }),
} as const satisfies Preset;
